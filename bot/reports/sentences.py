"""What both files of a report say in words: names, verdicts, titles, labels."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.reports.numbers import Numbers
from bot.views.checks import check_lines, foretold_said, mark_of
from bot.views.goal_lines import goal_lines
from bot.views.own_words import sought_said
from bot.views.scales import scales_said
from bot.views.schemes import WARMTHS, grounds_words
from bot.views.segment_names import propose_names
from bot.views.verdicts import too_early
from bot.words import Words
from segmentation.grounds import OUT_OF_THE_BOX, Doings, Grounds
from segmentation.run import Verdict
from segmentation.values import EXPLORATORY_BELOW
from segmentation.votes.asked import VOTED
from surveys.text import Text
from use_cases.reporting.suppression import FEW, Count
from use_cases.reporting.values import (
    GIVEN,
    Moves,
    ReportData,
    Row,
    RuleReport,
    SchemeReport,
    SegmentReport,
)

FORETOLD_MAX = 5  # The strongest first; more is a table, not a page.
_VERDICTS = {
    Verdict.NATURAL: "natural",
    Verdict.REPRODUCIBLE: "reproducible",
    Verdict.CONSTRUCTIVE: "constructive",
    Verdict.LEVEL_ONLY: "level",
    Verdict.NONE: "none",
    Verdict.DEFINED: "defined",
    Verdict.TOO_FEW: "few",
}


@dataclass(frozen=True, slots=True)
class Sentences:
    """The report's words in one language."""

    report: ReportData
    words: Words
    numbers: Numbers

    @classmethod
    def of(cls, report: ReportData, language: str) -> "Sentences":
        """The report's words in that language, or in English if the bot does not speak it."""
        words = Words(language)
        return cls(report, words, Numbers(words))

    def headline(self) -> list[tuple[str, str]]:
        """The numbers above all: of a survey who answered it, and the points."""
        report, numbers, words = self.report, self.numbers, self.words
        points = (numbers.count(report.points), words("report-points-given"))
        if not report.survey.key:
            return [points]
        return [
            (numbers.count(report.completed), words("report-answered")),
            (numbers.count(report.unfinished), words("report-unfinished")),
            points,
        ]

    def text(self, text: Text) -> str:
        """An author's words in the reader's language, or in the one that there is."""
        return text.in_language(self.words.language)

    def label(self, row: Row) -> str:
        """What a line of the profile is about: the option, or the statement without its dot;
        of a vote both."""
        if row.label is None and not self.text(row.prompt):
            return self.words(f"report-doing-{row.item}")
        if row.label is not None and row.option in VOTED:
            return f"{self.text(row.prompt).rstrip('. ')}: {self.text(row.label)}"
        if row.option == GIVEN and row.label is None:
            return f"{self.text(row.prompt).rstrip('. ')} — {self.words('report-given')}"
        return self.text(row.label or row.prompt).rstrip(". ")

    def option(self, row: Row) -> str:
        """The option alone, as it stands beside its question."""
        if row.label is not None:
            return self.text(row.label)
        return self.words("report-given") if row.option == GIVEN else ""

    def question(self, row: Row) -> str:
        """What was asked; of what people did, what was counted."""
        return self.text(row.prompt) or self.words(f"report-doing-{row.item}")

    def short(self, scheme: SchemeReport) -> str:
        """How many have a place by a short survey alone, if any: they are in no figure below."""
        if scheme.short is None:
            return ""
        return self.words("report-short", shown=self.numbers.count(scheme.short))

    def untold(self, scheme: SchemeReport) -> str:
        """Which questions have no line in the table, if there are any."""
        asked = "; ".join(self.text(prompt).rstrip(". ") for prompt in scheme.untold)
        if not asked:
            return ""
        said = self.words("report-untold", questions=asked)
        return said.removesuffix(".") if asked.endswith(("?", "!", "…")) else said

    def assisted(self) -> str:
        """How many answers a manager entered, if any."""
        count = self.report.assisted
        if count is None:
            return ""
        return self.words("report-assisted", shown=self.numbers.count(count))

    def label_with_unit(self, row: Row) -> str:
        """The label; for means with what kind of number it is."""
        if row.is_share:
            return self.label(row)
        if row.low is None or row.high is None:
            return f"{self.label(row)} ({self.words('report-table-mean-plain')})"
        ends = {"low": self.numbers.plain(row.low), "high": self.numbers.plain(row.high)}
        return f"{self.label(row)} ({self.words.say('report-table-mean', ends)})"

    def names(self, scheme: SchemeReport) -> dict[int, str]:
        """The name of each segment by its number: the manager's, that of its definition, or a
        proposed one; merged ones without a name are called so."""
        given = {s.number: s.name or self._fixed_name(scheme, s) for s in scheme.segments}
        known = {number: name for number, name in given.items() if name}
        open_ = {s.number: s.markers for s in scheme.segments if s.number not in known}
        asked = scheme.asked or self.report.survey
        return known | propose_names(open_, asked, self.words.language, known.values())

    def _fixed_name(self, scheme: SchemeReport, segment: SegmentReport) -> str:
        if segment.merged:
            return self.words("segment-merged", number=segment.number)
        if scheme.grounds.doings is Doings.RFM:
            return self.words(f"rfm-{WARMTHS[int(segment.key) - 1].value}")
        return ""

    def scheme_title(self, grounds: Grounds) -> str:
        """What a scheme is called on the page."""
        if grounds in OUT_OF_THE_BOX or grounds.doings:
            return self.words(f"report-scheme-{grounds}")
        return self.words("report-scheme-by", by=grounds_words(grounds, self.words))

    def scheme_short(self, grounds: Grounds) -> str:
        """What it is called where there is little room."""
        if grounds in OUT_OF_THE_BOX or grounds.doings:
            return self.words(f"sheet-scheme-{grounds}")
        by = grounds_words(grounds, self.words)
        return by[:1].upper() + by[1:]

    def weights(self, report: ReportData) -> str | None:
        """What weighting cost; None where everybody counts the same."""
        if report.effective is None:
            return None
        effect = self.numbers.plain(report.design_effect, 2)
        return self.words(
            "quality-weights",
            by=report.weighed_by,
            effect=effect,
            people=round(report.effective),
        )

    def size(self, segment: SegmentReport) -> str:
        """ "73 people", and how many more a short survey placed."""
        said = self.people(segment.size)
        if segment.short is None or not segment.short.value or not segment.short.shown:
            return said
        return f"{said} {self.words('report-short-more', shown=self.numbers.count(segment.short))}"

    def people(self, count: Count) -> str:
        """ "73 человека", "<5 человек"."""
        facts = {"count": round(count.value), "shown": self.numbers.count(count)}
        if not count.shown:
            facts["count"] = FEW
        return self.words.say("report-people", facts)

    def sizes_title(self, scheme: SchemeReport, names: Mapping[int, str]) -> str:
        """Which segment is the largest, unless it may well be another one."""
        ranked = sorted((s for s in scheme.segments if s.share.value), key=lambda s: s.size.value)
        if len(ranked) < 2 or any(not segment.size.shown for segment in scheme.segments):
            return ""  # A size that is not public must not be missing from a comparison either.
        smallest, largest = ranked[0].share, ranked[-1].share
        low, high = self.numbers.estimate(smallest), self.numbers.estimate(largest)
        if (largest.low or 0.0) <= (smallest.value or 0.0):
            if low == high:
                return self.words("report-sizes-same", share=high)
            return self.words("report-sizes-equal", low=low, high=high)
        return self.words("report-sizes-title", name=names[ranked[-1].number], share=high)

    def contrast_title(self, scheme: SchemeReport, row: Row, names: Mapping[int, str]) -> str:
        """Which two segments lie farthest apart on a line."""
        told = [
            (cell.estimate.value, segment.number, self.numbers.estimate(cell.estimate, row))
            for cell, segment in zip(row.cells, scheme.segments, strict=True)
            if cell.estimate.value is not None
        ]
        (_, bottom, low), (_, top, high) = min(told), max(told)
        facts = {"top": names[top], "bottom": names[bottom], "low": low, "high": high}
        return self.words.say("report-contrast-title", facts)

    def verdict(self, scheme: SchemeReport) -> str:
        """What the segments are worth, in one or two sentences."""
        if scheme.verdict is None:
            return self.words("report-verdict-unknown")
        hasty = self.report.hasty and scheme.asked is None
        if scheme.verdict is Verdict.NONE and (hasty or scheme.held_under):
            return too_early(hasty, scheme.held_under, self.words)
        return self.words(
            f"report-verdict-{_VERDICTS[scheme.verdict]}",
            count=len(scheme.segments),
            people=self.numbers.count(scheme.people),
            needed=scheme.needed,
        )

    def verdict_word(self, verdict: Verdict | None) -> str:
        """The verdict on one number of segments, in a word or two."""
        return self.words(f"report-verdict-word-{_VERDICTS[verdict]}") if verdict else ""

    def goals(self, scheme: SchemeReport) -> list[str]:
        """Each goal with its value now, at the start, the target and the days left."""
        names, told = self.names(scheme), []
        for view in scheme.goals:
            name = names.get(view.number) if view.number is not None else None
            about = f"«{name}»" if name else self.words("goal-everybody")
            said = " ".join(goal_lines(view, about, self.words))
            told.append(said[:1].upper() + said[1:])
        return told

    def moves_said(self, moves: Moves) -> str:
        """How many moved, with the interval; what errors of placing would show, where there are
        any."""
        facts: dict[str, str | int] = {
            "count": moves.people,
            "share": self.numbers.percent(moves.moved),
            "low": self.numbers.percent(moves.low),
            "high": self.numbers.percent(moves.high),
        }
        if moves.noise is None:
            return self.words.say("report-moves-counted", facts)
        facts["noise"] = self.numbers.percent(moves.noise)
        return self.words.say("report-moves-moved", facts)

    def checks(self, scheme: SchemeReport) -> list[tuple[str, str]]:
        """A mark and a sentence for each check, then what the segments help to foretell."""
        found = scheme.usefulness
        if found is None:
            return []
        lines = check_lines(found, self.names(scheme), self.words)
        said = [(mark_of(passed, found), text) for passed, text in lines]
        surely = [each for each in found.foretold if each.surely][:FORETOLD_MAX]
        if surely:
            said.append(("·", self.words("check-skills")))
            said += [("·", foretold_said(each, self.words)) for each in surely]
        return said

    def caveats(self, scheme: SchemeReport) -> list[str]:
        """What a careful reader must know before the numbers."""
        said = []
        if scheme.exploratory and scheme.segments:
            kind = "done" if scheme.grounds.doings else "answered"
            said.append(self.words(f"report-exploratory-{kind}", below=EXPLORATORY_BELOW))
        if scheme.below_floor:
            said.append(self.words("report-below-floor"))
        if scheme.small_under:
            said.append(self.words("smallest-small", usual=scheme.small_under))
        said += [
            sought_said(self.text(prompt).rstrip(" .:?"), sought, self.words)
            for prompt, sought in scheme.sought
        ]
        return said

    def card_title(self, scheme: SchemeReport, segment: SegmentReport, name: str) -> str:
        """A segment in one sentence: what it wants more than everybody, or just its name."""
        if not segment.more:
            return name
        row = scheme.rows[segment.more[0]]
        cell = row.cells[scheme.segments.index(segment)]
        return self.words(
            "report-card-title",
            name=name,
            label=self.label(row),
            here=self.numbers.estimate(cell.estimate, row),
            everybody=self.numbers.estimate(row.everybody, row),
        )

    def outcome(self, segment: SegmentReport | RuleReport) -> list[list[str]]:
        """For each message to the segment how it ended: "получили: 412", "закрыли бота: <5"."""
        return [
            [
                f"{self.words(f'report-state-{state}')}: {self.numbers.count(count)}"
                for state, count in message.outcome.items()
            ]
            for message in segment.messages
        ]

    def facts(self, scheme: SchemeReport) -> list[tuple[str, str]]:
        """How the segments were found: names and values, for the curious and the careful."""
        words, numbers, chosen = self.words, self.numbers, scheme.chosen
        facts = [(words("report-how-people"), numbers.count(scheme.people))]
        if scheme.found_at is not None and scheme.method is not None:
            facts += [
                (words("report-how-date"), numbers.date(scheme.found_at)),
                (words("report-how-method"), words(f"report-method-{scheme.method}")),
                (words("report-how-seed"), str(scheme.seed)),
                (words("report-how-chosen"), str(len(scheme.segments) or HIDDEN_NUMBER)),
            ]
        facts += [(words("report-how-scales"), said) for said in scales_said(scheme.scales, words)]
        if chosen is None:
            return facts
        starts = {"best": chosen.starts_at_best, "starts": chosen.starts}
        facts.append((words("report-how-stability"), self._stability(scheme)))
        facts.append((words("report-how-starts"), words("report-how-starts-text", **starts)))
        if chosen.tightness is not None and chosen.tightness < 1 and chosen.tightness_z is not None:
            percent = numbers.percent(1 - chosen.tightness)
            z = numbers.plain(chosen.tightness_z, 1)
            text = words("report-how-tightness-text", percent=percent, z=z)
            facts.append((words("report-how-tightness"), text))
        return facts

    def _stability(self, scheme: SchemeReport) -> str:
        chosen = scheme.chosen
        if chosen is None or chosen.stability is None:
            return self.words("report-how-not-measured")
        spread = (chosen.stability_low, chosen.stability, chosen.stability_high)
        low, value, high = (self.numbers.plain(v or 0.0, 2) for v in spread)
        return self.words("report-how-stability-text", value=value, low=low, high=high)

    def tried(self, scheme: SchemeReport) -> list[tuple[str, str, str, str]]:
        """The numbers of segments tried: number, BIC, stability, verdict."""
        numbers = self.numbers
        return [
            (
                str(f.segments),
                numbers.plain(f.bic),
                "" if f.stability is None else numbers.plain(f.stability, 2),
                self.verdict_word(f.verdict),
            )
            for f in scheme.figures
        ]

    def reading(self) -> list[str]:
        """How to read the numbers."""
        parts = ["interval", "few", "points", "circular", "words"]
        if any(scheme.corrected for scheme in self.report.schemes):
            parts.insert(1, "corrected")
        return [self.words(f"report-read-{part}") for part in parts]


HIDDEN_NUMBER = "—"
