"""A survey on paper: boxes to tick, lines to write on, and where to go on."""

import re

from bot.papers.branches import Numbers, goes_to, numbers_of, only_if
from bot.papers.orders import version_code
from bot.papers.sheet import ACCENT, HEIGHT, INK, PALE, WIDTH, Sheet
from bot.papers.tables import draw_grid, draw_sets, heads_of, together
from bot.words import Words
from surveys.questions import (
    Choice,
    ContactQuestion,
    DateQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
    YesNo,
    choices_of,
)
from surveys.text import Text

MARGIN, WIDE, BOTTOM = 16.0, WIDTH - 32.0, 18.0
BOX, LINE = 3.8, 6.2
OPEN_LINES = 3
SCALE_CELL_MAX = 15.0
_PIPED = re.compile(r"\$\{[^}]*\}")


def questionnaire(survey: Survey, language: str, house: str = "", *, named: bool = True) -> bytes:
    """The survey as a PDF; `named` asks for the flat at the top."""
    return _Paper(survey, language, house).printed(named=named)


class _Paper:
    def __init__(self, survey: Survey, language: str, house: str) -> None:
        self.survey, self.words, self.house = survey, Words(language), house
        self.numbers: Numbers = numbers_of(survey)
        code = version_code(survey, language)
        self.sheet = self._empty(Sheet(self._say(survey.title), language, foot=code))
        self._scratch = self._empty(Sheet("", language))

    @staticmethod
    def _empty(sheet: Sheet) -> Sheet:
        sheet.set_margins(MARGIN, 14, MARGIN)
        sheet.set_auto_page_break(True, margin=BOTTOM)
        return sheet

    def printed(self, *, named: bool) -> bytes:
        self.sheet.add_page()
        self._head(named=named)
        section: Text | None = None
        for group in together(self.survey.questions):
            question = group[0]
            if question.section is not None and question.section != section:
                self._write(self._say(question.section), 13, style="B", colour=ACCENT, after=1)
            section = question.section
            self._kept(group)
        thanks = self.survey.thanks
        self._write(self._say(thanks) if thanks else self.words("paper-thanks"), 11, style="B")
        self._write(self.words("paper-return"), 10)
        return self.sheet.done()

    def _head(self, *, named: bool) -> None:
        if self.house:
            self._write(self.house, 10, colour=ACCENT)
        self._write(self._say(self.survey.title), 18, style="B", after=1)
        if self.survey.welcome is not None:
            self._write(self._say(self.survey.welcome), 10.5, after=1)
        self._write(self.words("paper-how"), 9.5, style="I", after=1)
        if named:
            self._write(self.words("paper-flat"), 10.5, after=1)
        y = self.sheet.get_y()
        self.sheet.set_draw_color(*ACCENT)
        self.sheet.line(MARGIN, y, MARGIN + WIDE, y)
        self.sheet.set_draw_color(*INK)
        self.sheet.set_y(y + 4)

    def _kept(self, group: tuple[Question, ...]) -> None:
        """Kept together on one page, as long as it fits on one."""
        if self.sheet.get_y() + self._height(group) > HEIGHT - BOTTOM:
            self.sheet.add_page()
        self._draw(group)

    def _draw(self, group: tuple[Question, ...]) -> None:
        rows = [question for question in group if isinstance(question, Scale)]
        if rows and rows[0].battery is not None:
            self._grid(rows, self._say(rows[0].battery.stem))
        elif len(rows) > 1:
            self._grid(rows, "")
        else:
            self._asked(group[0])
            self._answer_space(group[0])
        self.sheet.ln(3.5)

    def _grid(self, rows: list[Scale], stem: str) -> None:
        """The rows under what they have in common: of a battery a stem, else the scale alone."""
        self._condition(rows[0])
        self._write(stem, 11, style="B")
        self._write(f"{self.words('paper-row')} {self._ends(rows[0])}".strip(), 9, style="I")
        heads, offered = heads_of(rows, self.words)
        said = [f"{self.numbers[row.key]}. {self._say(row.prompt)}" for row in rows]
        draw_grid(self.sheet, list(zip(said, offered, strict=True)), heads, WIDE)

    def _height(self, group: tuple[Question, ...]) -> float:
        """How tall it will be, found by drawing it elsewhere; 0 where it fits on no page anyway."""
        kept, self.sheet = self.sheet, self._scratch
        try:
            self.sheet.add_page()
            page, top = self.sheet.page_no(), self.sheet.get_y()
            self._draw(group)
            height = float(self.sheet.get_y() - top)
            return height if self.sheet.page_no() == page else 0.0
        finally:
            self.sheet = kept

    def _condition(self, question: Question) -> None:
        condition = only_if(self.survey, question, self.numbers, self.words)
        if condition:
            self._write(condition, 9, style="I", colour=ACCENT)

    def _asked(self, question: Question) -> None:
        self._condition(question)
        number = self.numbers.get(question.key)
        lead = f"{number}. " if number else ""
        self._write(lead + self._say(question.prompt), 11, style="B" if number else "")
        hints = [self._say(question.hint)] if question.hint is not None else []
        if not hints or isinstance(question, Ranking | MaxDiff):
            hints.append(self._how(question))  # Else the author has said it.
        self._write(" ".join(hints).strip(), 9, style="I")

    def _how(self, question: Question) -> str:
        """What to do on paper, in a few words."""
        match question:
            case SingleChoice() | YesNo():
                return self.words("paper-one")
            case MultipleChoice(picks_max=None):
                return self.words("paper-many")
            case MultipleChoice(picks_max=int(most)):
                return self.words("paper-many-max", most=most)
            case Ranking(places=places, choices=choices):
                return self.words("paper-rank", places=places or len(choices))
            case MaxDiff(best=best, worst=worst):
                return self.words(
                    "paper-sets",
                    best=self._say(best) if best else self.words("maxdiff-best"),
                    worst=self._say(worst) if worst else self.words("maxdiff-worst"),
                )
            case MediaQuestion():
                return self.words("paper-media")
            case _:
                return ""

    def _answer_space(self, question: Question) -> None:
        match question:
            case Note() | MediaQuestion():
                pass
            case MaxDiff():
                draw_sets(self.sheet, question, self.words, WIDE)
            case SingleChoice() | MultipleChoice() | YesNo() | Ranking():
                for choice in choices_of(question):
                    self._choice(question, choice)
            case Scale():
                self._scale(question)
            case NumberQuestion(unit=unit):
                self._blank(40, self._say(unit) if unit is not None else "")
            case DateQuestion():
                self._blank(60, self.words("paper-day"))
            case LocationQuestion():
                self._blank(110, self.words("paper-place"))
            case ContactQuestion():
                self._blank(80, self.words("paper-phone"))
            case TimeQuestion():
                self._blank(30, "")
            case _:
                for _line in range(OPEN_LINES):
                    self._blank(WIDE - 6, "")
        self._beside(question)

    def _choice(self, question: Question, choice: Choice) -> None:
        self._box()
        label = self._say(choice.label)
        if choice.other:
            label += " " + "_" * 30
        to = goes_to(self.survey, question, choice.key, self.numbers)
        if to is not None:
            label += "   → " + (
                self.words("paper-go-to", number=to) if to else self.words("paper-end")
            )
        self.sheet.letters(10.5)
        self.sheet.multi_cell(WIDE - BOX - 6, LINE, label, align="L", new_x="LMARGIN", new_y="NEXT")

    def _scale(self, scale: Scale) -> None:
        """A row of boxes with their numbers, the ends in words under it; labels line by line."""
        if scale.labels:
            for label in scale.labels:
                self._box()
                self.sheet.letters(10.5)
                self.sheet.cell(0, LINE, self._say(label), new_x="LMARGIN", new_y="NEXT")
            return
        points = range(scale.low, scale.high + 1)
        cell = min(SCALE_CELL_MAX, (WIDE - 8) / len(points))
        y = self.sheet.get_y() + 1
        self.sheet.letters(9.5)
        for place, point in enumerate(points):
            x = MARGIN + 4 + place * cell
            self.sheet.rect(x, y, BOX, BOX)
            self.sheet.text(x + BOX + 1, y + BOX - 0.6, str(point))
        self.sheet.set_y(y + BOX + 1.5)
        self._write(self._ends(scale), 9, indent=4)

    def _ends(self, scale: Scale) -> str:
        """What the lowest and the highest point mean: "1 — never; 5 — always"."""
        low, high = self._end(scale, "low"), self._end(scale, "high")
        ends = [f"{n} — {end}" for n, end in ((scale.low, low), (scale.high, high)) if end]
        return "; ".join(ends)

    def _end(self, scale: Scale, side: str) -> str:
        label = scale.low_label if side == "low" else scale.high_label
        if label is not None:
            return self._say(label)
        standard = f"scale-{side}-{scale.gauge}"
        return self.words(standard) if self.words.has(standard) else ""

    def _beside(self, question: Question) -> None:
        """Don't know, rather not say: boxes of their own."""
        for offered, plain in (
            (question.dont_know, "button-dont-know"), (question.prefer_not, "button-prefer-not"),
        ):  # fmt: skip
            if offered:
                label = self._say(offered) if isinstance(offered, Text) else self.words(plain)
                self._box()
                self.sheet.letters(10, style="I")
                self.sheet.cell(0, LINE, label, new_x="LMARGIN", new_y="NEXT")

    def _box(self) -> None:
        x, y = MARGIN + 4, self.sheet.get_y()
        self.sheet.set_line_width(0.3)
        self.sheet.rect(x, y + (LINE - BOX) / 2, BOX, BOX)
        self.sheet.set_x(x + BOX + 1.5)

    def _blank(self, wide: float, behind: str) -> None:
        """A line to write on, a word behind it."""
        y = self.sheet.get_y() + LINE + 1.6
        self.sheet.set_draw_color(*PALE)
        self.sheet.line(MARGIN + 4, y, MARGIN + 4 + wide, y)
        self.sheet.set_draw_color(*INK)
        self.sheet.letters(10)
        if behind:
            self.sheet.text(MARGIN + 6 + wide, y - 0.5, behind)
        self.sheet.set_y(y + 0.6)

    def _write(
        self,
        text: str,
        size: float,
        *,
        style: str = "",
        colour: tuple[int, int, int] = INK,
        after: float = 0,
        indent: float = 0,
    ) -> None:
        if not text:
            return
        self.sheet.letters(size, style=style, colour=colour)
        self.sheet.set_x(MARGIN + indent)
        height = size * 0.47
        self.sheet.multi_cell(WIDE - indent, height, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.sheet.ln(after + 0.6)

    def _say(self, text: Text) -> str:
        """The author's words; where an earlier answer would stand, a blank to fill in the head."""
        return _PIPED.sub("______", text.in_language(self.words.language))
