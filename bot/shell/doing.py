"""What the page of a run says of how it was done: the numbers tried, the facts, the scales."""

from dataclasses import dataclass

from bot.reports.numbers import Numbers
from bot.shell.describing import Described
from bot.words import Words
from segmentation.evidence.verdicts import much_level
from segmentation.run import Evidence, SegmentationRun, Verdict
from segmentation.values import EXPLORATORY_BELOW

_SENTENCES = {
    Verdict.NATURAL: "natural",
    Verdict.REPRODUCIBLE: "reproducible",
    Verdict.CONSTRUCTIVE: "constructive",
    Verdict.LEVEL_ONLY: "level",
    Verdict.NONE: "none",
    Verdict.DEFINED: "defined",
}


def verdict_text(run: SegmentationRun, language: str = "en") -> str:
    """What the segments are worth, in one or two sentences."""
    words = Words(language)
    if run.verdict is Verdict.TOO_FEW:
        return words("page-too-few", people=run.placed, needed=run.recipe.people_min)
    if run.held_by_floor:
        return words("report-under-floor", floor=run.recipe.floor(run.placed))
    said = words(f"report-verdict-{_SENTENCES[run.verdict]}", count=run.chosen)
    if (level := much_level(run)) is not None:
        said += " " + words("report-much-level", share=Numbers(words).percent(level))
    if run.exploratory and run.segments:
        said += " " + words("report-exploratory-answered", below=EXPLORATORY_BELOW)
    if run.below_floor:
        said += " " + words("report-below-floor")
    return said


@dataclass(frozen=True, slots=True)
class Done:
    """How a run was done, in the words of one language."""

    run: SegmentationRun
    described: Described
    words: Words

    @property
    def numbers(self) -> Numbers:
        """Figures in that language."""
        return Numbers(self.words)

    def tried(self, e: Evidence) -> list[str]:
        """One line: a number of segments and what speaks for and against it."""
        numbers = self.numbers

        def two(value: float | None) -> str:
            return "" if value is None else numbers.plain(value, 2)

        stable = two(e.stability)
        if e.stability_low is not None and e.stability_high is not None:
            stable += f" ({two(e.stability_low)}–{two(e.stability_high)})"
        return [
            str(e.segments),
            "" if e.verdict is None else self._verdict(e.verdict),
            numbers.plain(e.log_likelihood, 1),
            numbers.plain(e.bic, 1),
            stable,
            two(e.partition_stability),
            two(e.null_independent),
            two(e.null_level),
            two(e.tightness),
            "" if e.eta2 is None else numbers.percent(e.eta2),
            numbers.plain(e.smallest),
            self.words("page-of", best=e.starts_at_best, starts=e.starts),
        ]

    def _verdict(self, verdict: Verdict) -> str:
        return self.words(f"report-verdict-word-{_SENTENCES[verdict]}")

    def tried_columns(self) -> list[str]:
        """The headings of those lines."""
        return [
            self.words("page-tried-segments"),
            self.words("page-tried-verdict"),
            self.words("page-tried-fit"),
            "BIC",
            self.words("page-tried-stability"),
            self.words("page-tried-partition"),
            self.words("page-tried-shuffled"),
            self.words("page-tried-same-level"),
            self.words("page-tried-tightness"),
            self.words("page-tried-level"),
            self.words("page-tried-smallest"),
            self.words("page-tried-starts"),
        ]

    def facts(self) -> list[tuple[str, str]]:
        """Method, floor, starts, seed, straight lines, scales."""
        run, words, numbers = self.run, self.words, self.numbers
        number = "page-number-chosen" if run.recipe.segments is None else "page-number-set"
        facts = [
            (words("page-fact-answered"), numbers.plain(run.placed)),
            (words("page-fact-method"), words(f"report-method-{run.recipe.method}")),
            (words("page-fact-number"), words(number)),
            (words("page-fact-floor"), people_words(run.recipe.floor(run.placed), words)),
            (words("page-fact-undecided"), numbers.plain(run.recipe.undecided_below, 2)),
            (words("page-fact-starts"), f"{run.recipe.starts}, {run.recipe.pairs}"),
            (words("page-fact-seed"), str(run.recipe.seed)),
        ]
        if self.described.straight:
            count = self.described.straight
            facts.append((words("page-fact-lines"), words("page-lines", count=count)))
        return [*facts, *self._scales()]

    def _scales(self) -> list[tuple[str, str]]:
        """How well each scale is measured, with a warning where it is poor."""
        found = []
        for name, r in self.described.scales.items():
            best = (r.omega, r.omega_low, r.omega_high)
            value, low, high = best if r.omega is not None else (r.alpha, r.alpha_low, r.alpha_high)
            if value is None or low is None or high is None:
                said = self.words("page-scale-none")
            else:
                v, a, b = (self.numbers.plain(x, 2) for x in (value, low, high))
                said = self.words(
                    "page-scale-poor" if r.poor else "page-scale", value=v, low=a, high=b
                )
            found.append((self.words("page-fact-scale", name=name), said))
        return found


def people_words(count: int, words: Words) -> str:
    """ "1 200 people"."""
    return words("page-people", count=count, shown=Numbers(words).plain(count))
