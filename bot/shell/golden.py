"""`tenkeys golden`: the few questions that place people nearly as well as the whole survey."""

from pathlib import Path
from typing import Annotated, Any

import typer


def golden(
    model_dir: Annotated[Path, typer.Argument(help="The folder that `tenkeys segment` wrote.")],
    questions: Annotated[
        int, typer.Option(min=1, max=60, help="How many questions to look at.")
    ] = 12,
    confidence: Annotated[
        float, typer.Option(min=0.34, max=0.999, help="At which adaptive typing ends.")
    ] = 0.8,
    as_json: Annotated[bool, typer.Option("--json", help="Print numbers as JSON.")] = False,
) -> None:
    """Choose golden questions and say, from nested cross-validation, how well they place people.

    Beside them stand the whole survey and adaptive typing, judged in the same way.
    """
    import json

    from bot.shell.sentences import politely

    with politely():
        told = judged(model_dir, questions, confidence)
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _text(told))


def judged(model_dir: Path, questions: int, confidence: float) -> dict[str, Any]:
    """The numbers of golden questions and adaptive typing."""
    from dataclasses import asdict

    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    from bot.shell.answers_file import load_answers
    from bot.shell.model_folder import load_model
    from bot.shell.sentences import Refused
    from bot.shell.theming import load_themes
    from segmentation.golden.adaptive import QUESTIONS_MAX, simulated
    from segmentation.golden.selecting import golden_questions
    from segmentation.votes.few import TooFewVotes, few_votes

    run = load_model(model_dir)
    if run.model is None or len(run.segments) < 2:
        raise Refused(f"the run in {model_dir} found no segments to place people in.")
    coded, seed = load_answers(model_dir, run.model).coded, run.recipe.seed
    with threadpool_limits(limits=1, user_api="blas"):
        if run.model.opinions is not None:
            try:
                found, adaptive = few_votes(
                    coded, run.model, confidence=confidence, most=questions, seed=seed
                )
            except TooFewVotes:
                raise Refused(
                    "too few people voted on enough statements to tell what fewer are worth."
                ) from None
        else:
            words, most = load_themes(model_dir), min(QUESTIONS_MAX, questions)
            if words.keys() >= {feature.item for feature in coded.features}:
                raise Refused(f"the run in {model_dir} rests on own words alone.")
            found = golden_questions(coded, run.model, seed=seed, most=questions, own_words=words)
            adaptive = simulated(
                coded,
                run.model,
                found,
                confidence=confidence,
                most=most,
                seed=seed,
                own_words=words,
            )
    return {
        "votes": run.model.opinions is not None,
        "fewest": found.fewest,
        "golden": list(found.items),
        "proposed": found.proposed,
        "people": found.people,
        "segments": list(found.segments),
        "full_accuracy": found.full,
        "full_recall": list(found.full_recall),
        "steps": [{"questions": i, **asdict(s)} for i, s in enumerate(found.steps, 1)],
        "adaptive": asdict(adaptive),
    }


def _text(told: dict[str, Any]) -> str:
    """The numbers as a small table and two sentences."""
    lines = ["questions  placed right  95 % interval  worst segment  question added"]
    for s in told["steps"]:
        mark = " *" if s["questions"] == told["proposed"] else "  "
        lines.append(
            f"{s['questions']:>7}{mark}  {s['accuracy']:>12.2f}  {s['low']:>6.2f}–{s['high']:.2f}"
            f"  {min(s['recall']):>13.2f}  {s['item']}"
        )
    a = told["adaptive"]
    if told["votes"]:
        lines += _votes(told)
        return "\n".join(lines)
    lines += [
        f"whole survey {told['full_accuracy']:>8.2f}",
        "",
        f"Judged on {told['people']} people who had no part in choosing the questions, in the same "
        "folds throughout; right is where the whole survey puts a person, and everybody counts by "
        "their likeliest segment.",
        f"Asked one by one until {a['confidence']:.2f} sure, at most {a['most']}: "
        f"{a['questions']:.1f} "
        f"questions on average, {_right(a['accuracy'], a['low'], a['high'])} placed right, "
        f"{1 - a['decided']:.2f} not so sure in the end; {a['fixed_questions']} fixed ones: "
        f"{_right(a['fixed_accuracy'], a['fixed_low'], a['fixed_high'])}.",
    ]
    return "\n".join(lines)


def _right(share: float, low: float, high: float) -> str:
    return f"{share:.2f} ({low:.2f}–{high:.2f})"


def _votes(told: dict[str, Any]) -> list[str]:
    """What is said below the table of golden statements."""
    a = told["adaptive"]
    return [
        f"all votes    {told['full_accuracy']:>8.2f}",
        "",
        f"Judged on {told['people']} people who cast twice as many votes or more and had no part "
        "in choosing the statements; right is where all their votes put them.",
        "Each was held to the first so many statements that they had voted on. "
        f"Fewer than {told['fewest']} votes place nobody.",
        f"Asked one by one until {a['confidence']:.2f} sure, at most {a['most']}: "
        f"{a['questions']:.1f} votes on average, "
        f"{_right(a['accuracy'], a['low'], a['high'])} placed right, "
        f"{1 - a['decided']:.2f} not so sure in the end; {a['fixed_questions']} golden ones: "
        f"{_right(a['fixed_accuracy'], a['fixed_low'], a['fixed_high'])}; "
        f"as many by lot: {a['lot_accuracy']:.2f}.",
    ]
