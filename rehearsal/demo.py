"""`make demo`: the whole main job with simulated residents, and how well the truth was found."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehearsal.figures import SchemeFigures
from rehearsal.households import Kind
from rehearsal.letters import letter
from rehearsal.milestones import Milestones
from rehearsal.performance import Performance, Play, perform
from rehearsal.population import SEED, Simulated, draw_population, truth_of
from rehearsal.summary import save_summary, summary_lines, summary_of
from rehearsal.trouble import Trouble
from surveys.faults import Faults
from surveys.questions import Survey
from surveys.yaml.reader import read_survey

HOUSE_SURVEY = Path(__file__).parents[1] / "examples" / "house_needs.yaml"
PEOPLE = 300
AT_ONCE = 60
GIFT = 10
FAIR_AGREEMENT = 0.65  # What the adjusted Rand index is commonly called good from.
WEAK_AGREEMENT = 0.30


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOptions:
    """How the demo is played."""

    people: int = PEOPLE
    at_once: int = AT_ONCE
    seed: int = SEED
    language: str = "en"  # Of the manager, and so of the report.
    out: Path = Path("demo-output")


def load_survey(file: Path) -> Survey:
    """The survey in the file, or Trouble."""
    survey = read_survey(file.read_text(encoding="utf-8"))
    if isinstance(survey, Faults):
        raise Trouble(f"{file} is no survey: {survey}")
    return survey


async def demo(options: DemoOptions) -> dict[str, Any]:
    """Play the demo, print and save its summary; Trouble if anything does not add up."""
    milestones = Milestones.begin()
    survey = load_survey(HOUSE_SURVEY)
    population = draw_population(survey, options.people, options.seed)
    milestones.say(f"{options.people} simulated residents, seed {options.seed}")
    with tempfile.TemporaryDirectory(prefix="tenkeys-demo-") as folder:
        play = Play(
            survey_file=HOUSE_SURVEY,
            survey=survey,
            newcomers=[each.newcomer for each in population],
            at_once=options.at_once,
            language=options.language,
            gift=GIFT,
            letter=letter,
            simulated=True,
            out=options.out,
            database_url=f"sqlite:///{folder}/demo.db",
        )
        performance = await perform(play, Path(folder), milestones)
    title = survey.title.in_language(options.language)
    document = summary_of(performance, title=title, simulated=True)
    document["agreement with the simulated truth"] = agreements(performance, population)
    document["seconds"]["all"] = round(milestones.seconds, 1)
    document["files"].append(str(save_summary(document, options.out)))
    print("\n".join([*summary_lines(document), *_agreement_lines(document)]), flush=True)
    if performance.faults:
        raise Trouble("it does not add up: " + "; ".join(performance.faults))
    return document


def agreements(performance: Performance, population: Sequence[Simulated]) -> dict[str, Any]:
    """The adjusted Rand index of each scheme, over decided people of one kind."""
    truth = truth_of(population, [visit.telegram_id for visit in performance.visits])
    return {
        scheme.basis: _agreement(scheme, truth)
        for scheme in performance.figures.schemes
        if scheme.segments
    }


def _agreement(scheme: SchemeFigures, truth: Mapping[int, Kind]) -> dict[str, Any]:
    from sklearn.metrics import adjusted_rand_score

    compared = [person for person in scheme.members if person in truth]
    kinds = [truth[person] for person in compared]
    found = [scheme.members[person] for person in compared]
    index = float(adjusted_rand_score(kinds, found))
    return {"adjusted Rand index": round(index, 3), "people compared": len(compared)}


def _agreement_lines(document: Mapping[str, Any]) -> list[str]:
    found = document["agreement with the simulated truth"]
    lines = [
        f"  truth       {basis}: adjusted Rand index {told['adjusted Rand index']:.2f} "
        f"over {told['people compared']} decided people of one kind; "
        f"{_in_words(told['adjusted Rand index'])}"
        for basis, told in found.items()
    ]
    honest = (
        "  (1 is the truth itself, 0 is chance. These people were drawn with four kinds in them; "
        "real residents need have none.)"
    )
    return [*lines, honest]


def _in_words(index: float) -> str:
    if index >= FAIR_AGREEMENT:
        return "the kinds are found, with some people on the wrong side"
    if index >= WEAK_AGREEMENT:
        return "the kinds show through, many people are on the wrong side"
    return "the kinds are hardly found"
