"""What is held about a person, put into words: sections of lines, for a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import unescape
from re import sub
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.answer_texts import answer_text
from bot.views.points import KNOWN_REASONS
from bot.views.rules.explaining import quantity_said
from bot.words import Words
from segmentation.rules.tree import Field
from surveys.answers import Answer, Chosen, Picked, Written
from surveys.questions import Question
from use_cases.conversations.own_data import OwnData

PARTS_MARK = "\x1f"  # Between the parts of a fact's name.
TOLD = {
    *("people", "residences", "places", "facts", "labels", "events", "responses", "answers"),
    *("takers", "memberships", "stays", "accounts", "transfers", "deliveries"),
}
"""Tables that have words of their own; what lies in others is shown as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, a sentence below it, and lines of two: what (or when), and what there is."""

    title: str
    note: str = ""
    lines: Sequence[tuple[str, str]] = ()
    plain: bool = False  # The bot's own notes, as they are kept.


def sections_of(data: OwnData, words: Words, zone: ZoneInfo) -> list[Section]:
    """Everything, what matters most to people first; no words are escaped here."""
    teller = _Teller(data, words, zone)
    told = [
        Section(title=words("own-profile"), lines=teller.profile()),
        Section(title=words("own-homes"), lines=teller.homes()),
        Section(title=words("own-facts"), lines=teller.facts()),
        *teller.surveys(),
        Section(title=words("own-sealed"), note=words("own-sealed-why"), lines=teller.sealed()),
        Section(
            title=words("own-segments"), note=words("own-segments-how"), lines=teller.segments()
        ),
        Section(title=words("own-points"), lines=teller.points()),
        Section(title=words("own-letters"), note=words("own-letters-how"), lines=teller.letters()),
        Section(title=words("own-deeds"), lines=teller.deeds()),
    ]
    rest = [
        Section(title=table, lines=teller.bare(rows), plain=True)
        for table, rows in data.held.items()
        if table not in TOLD
    ]
    return [section for section in [*told, *rest] if section.lines]


def plain_answer(question: Question, answer: Answer, words: Words) -> str:
    """The answer in words, all of them, without marks of any kind."""
    if isinstance(answer, Written):
        return answer.text
    if isinstance(answer, Chosen | Picked) and answer.other:
        return f"{plain_answer(question, replace(answer, other=None), words)}: {answer.other}"
    return unescape(sub(r"<[^>]+>", "", answer_text(question, answer, words)))


@dataclass(frozen=True, slots=True)
class _Teller:
    data: OwnData
    words: Words
    zone: ZoneInfo

    def profile(self) -> list[tuple[str, str]]:
        (row,) = self.data.held["people"]
        given = {
            "name": row["name"],
            "telegram": str(row["telegram_id"]),
            "language": self.words("language-name"),
            "role": self.words(f"own-role-{row['role']}"),
            "met": self._day(row["created_at"]),
            "agreed": self._day(row["consented_at"]),
            "source": row["source"],
        }
        return [(self.words(f"own-{name}"), text) for name, text in given.items() if text]

    def homes(self) -> list[tuple[str, str]]:
        lines = []
        for row in self._rows("residences"):
            address = self.words("home-address", building=row["building"], number=row["flat"])
            role = self.words(f"home-role-{row['role']}") if row["role"] else ""
            lines.append((self._span(row), " · ".join(filter(None, (address, role)))))
        for row in self._rows("places"):
            lines.append(("📍", ", ".join(filter(None, row.values()))))
        return lines

    def facts(self) -> list[tuple[str, str]]:
        lines = [
            (self._field(row["name"]), f"{self._fact(row)} ({self._span(row)})")
            for row in self._rows("facts")
        ]
        labels: dict[str, list[str]] = defaultdict(list)
        for row in self._rows("labels"):
            labels[row["name"]].append(row["label"])
        return lines + [(self._field(name), ", ".join(owned)) for name, owned in labels.items()]

    def surveys(self) -> Iterator[Section]:
        language = self.words.language
        for survey, stored in self.data.walks:
            lines = []
            for key, answer in stored.response.answers.items():
                question = survey.question(key)
                if question is not None:
                    prompt = question.prompt.in_language(language)
                    lines.append((prompt, plain_answer(question, answer, self.words)))
            title = self.words(
                "own-survey",
                title=survey.title.in_language(language),
                day=self._day(stored.started_at),
            )
            yield Section(title=title, lines=lines or [("—", "—")])

    def sealed(self) -> list[tuple[str, str]]:
        return [("🔒", self._title(row["survey"])) for row in self._rows("takers")]

    def segments(self) -> list[tuple[str, str]]:
        lines = []
        for row in self._rows("memberships"):
            if row["number"] is None:
                text = self.words("own-in-no-segment", survey=self._title(row["survey"]))
            else:
                text = self.words(
                    "own-in-segment",
                    name=row["name"] or self.words("segment-number", number=row["number"]),
                    survey=self._title(row["survey"]),
                    percent=round(row["confidence"] * 100),
                )
            lines.append((self._span(row), text))
        by_rules = [(self._span(row), row["name"]) for row in self._rows("stays")]
        return lines + by_rules

    def points(self) -> list[tuple[str, str]]:
        balance = [(self.words("own-balance"), str(r["balance"])) for r in self._rows("accounts")]
        moved = []
        for row in self._rows("transfers"):
            reason = row["reason"] if row["reason"] in KNOWN_REASONS else "other"
            said = f"{row['points']:+d} · {self.words(f'reason-{reason}')}"
            moved.append((self._day(row["at"]), said))
        return balance + moved

    def letters(self) -> list[tuple[str, str]]:
        lines = []
        for row in self._rows("deliveries"):
            text = (row["translations"] or {}).get(self.data.person.language) or row["template"]
            if row["survey_key"]:
                text = "\n".join(filter(None, (text, self._title(row["survey_key"]))))
            fate = f"own-letter-{row['state']}"
            lines.append((self._day(row["at"]), f"{text}\n({self.words(fate)})"))
        return lines

    def deeds(self) -> list[tuple[str, str]]:
        lines = []
        for row in self._rows("events"):
            amount = self.words.number(row["amount"] / 100) if row["amount"] is not None else ""
            traits = ", ".join(map(str, (row["traits"] or {}).values()))
            named = f"import-subject-{row['kind']}"
            kind = self.words(named) if self.words.has(named) else row["kind"]
            text = " · ".join(filter(None, (kind, amount, traits)))
            lines.append((self._day(row["at"]), text))
        return lines

    def bare(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
        return [
            (
                str(number),
                ", ".join(f"{k}: {self._bare(v)}" for k, v in row.items() if v is not None),
            )
            for number, row in enumerate(rows, start=1)
        ]

    def _rows(self, table: str) -> Sequence[Mapping[str, Any]]:
        return self.data.held.get(table, ())

    def _title(self, survey_key: str) -> str:
        survey = self.data.surveys.get(survey_key)
        return survey.title.in_language(self.words.language) if survey else survey_key

    def _field(self, name: str) -> str:
        key, *arguments = name.split(PARTS_MARK)
        if not self.words.has(f"rule-field-{key.replace('_', '-')}"):
            return " ".join((key, *arguments))
        return quantity_said(Field(key, tuple(arguments)), self.words)

    def _fact(self, row: Mapping[str, Any]) -> str:
        if row["moment"] is not None:
            return self._day(row["moment"])
        if row["day"] is not None:
            return self._day(date.fromisoformat(row["day"]))
        if row["number"] is not None:
            return self.words.number(row["number"])
        return str(row["value"])

    def _span(self, row: Mapping[str, Any]) -> str:
        until = row["until"]
        since = self._day(row["since"])
        return f"{since} – {self._day(until)}" if until else self.words("home-since", day=since)

    def _day(self, at: datetime | date | None) -> str:
        if at is None:
            return ""
        day = at.astimezone(self.zone).date() if isinstance(at, datetime) else at
        return f"{day:%d.%m.%Y}"

    def _bare(self, value: object) -> str:
        return self._day(value) if isinstance(value, datetime | date) else str(value)
