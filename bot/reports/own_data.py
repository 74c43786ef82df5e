"""All that is held about one person, as a page to read and as JSON to take elsewhere."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.own_data import PARTS_MARK, plain_answer, sections_of
from bot.words import Words
from use_cases.conversations.own_data import OwnData

PAGE_NAME, DOCUMENT_NAME = "my-data.html", "my-data.json"


def own_page(data: OwnData, words: Words, zone: ZoneInfo) -> str:
    """One page without anything to download; days are those of `zone`."""
    sections = sections_of(data, words, zone)
    page: str = _template().render(
        words=words,
        language=words.language,
        made=words("report-made", date=f"{data.at.astimezone(zone):%d.%m.%Y, %H:%M}"),
        sections=[section for section in sections if not section.plain],
        rest=[section for section in sections if section.plain],
    )
    return page


@lru_cache(maxsize=1)
def _template() -> Any:
    """Jinja is loaded when somebody asks: a start has no need of it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = FileSystemLoader(Path(__file__).parent / "templates")
    pages = Environment(
        loader=folder,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("own_data.html")


def own_document(data: OwnData, words: Words) -> str:
    """Every row as it is kept, by table; answers with their question and in words, too.

    Moments are ISO 8601 in UTC.
    """
    held: dict[str, Any] = {table: [dict(row) for row in rows] for table, rows in data.held.items()}
    said = _answers_said(data, words)
    for row in held.get("answers", ()):
        row.update(said.get((row["response_id"], row["question_key"]), {}))
    for row in (*held.get("facts", ()), *held.get("labels", ())):
        row["name"] = row["name"].replace(PARTS_MARK, ".")
    document = {"made_at": data.at, "language": words.language, "held": held}
    if "takers" in held:
        document["sealed"] = words("own-sealed-why")
    return json.dumps(document, ensure_ascii=False, indent=2, default=_as_text) + "\n"


def _answers_said(data: OwnData, words: Words) -> Mapping[tuple[int, str], Mapping[str, str]]:
    return {
        (stored.id, str(key)): {
            "question": question.prompt.in_language(words.language),
            "in_words": plain_answer(question, answer, words),
        }
        for survey, stored in data.walks
        for key, answer in stored.response.answers.items()
        if (question := survey.question(key)) is not None
    }


def _as_text(value: object) -> str:
    assert isinstance(value, datetime | date | time), f"no column is a {type(value).__name__}"
    return value.isoformat()
