"""The types of rows: what each asks, or what to write instead of those that no chat can ask."""

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

from surveys.expressions.checking import Kind


class RowKind(StrEnum):
    """What a row of the sheet "survey" is; questions by the names that a survey file has."""

    OPEN = "open"
    SINGLE = "single"
    MULTIPLE = "multiple"
    RANKING = "ranking"
    NUMBER = "number"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    NOTE = "note"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    LOCATION = "location"
    CALCULATED = "calculated"
    HIDDEN = "hidden"
    TODAY = "today"
    SILENT = "silent"  # Kept with every answer anyway.
    MOMENT = "moment"  # A day and a time of day: two questions.
    BEGIN = "begin"
    REPEAT = "repeat"
    END = "end"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RowType:
    """What the row asks; `instead` is a type to write in its place."""

    kind: RowKind
    choices: str = ""  # The list of choices.
    other: bool = False  # "or_other"
    whole: bool = False
    says: str = ""  # What the answer always is.
    instead: str | None = None


_PLAIN = {
    "text": RowType(RowKind.OPEN),
    "integer": RowType(RowKind.NUMBER, whole=True),
    "int": RowType(RowKind.NUMBER, whole=True),
    "decimal": RowType(RowKind.NUMBER),
    "range": RowType(RowKind.RANGE),
    "date": RowType(RowKind.DATE),
    "time": RowType(RowKind.TIME),
    "note": RowType(RowKind.NOTE),
    **dict.fromkeys(("image", "photo"), RowType(RowKind.PHOTO)),
    "audio": RowType(RowKind.VOICE),
    "video": RowType(RowKind.VIDEO),
    "file": RowType(RowKind.DOCUMENT),
    **dict.fromkeys(("geopoint", "gps", "location"), RowType(RowKind.LOCATION)),
    **dict.fromkeys(("acknowledge", "trigger"), RowType(RowKind.NOTE, says="OK")),
    "calculate": RowType(RowKind.CALCULATED),
    "hidden": RowType(RowKind.HIDDEN),
    "today": RowType(RowKind.TODAY),
    "start": RowType(RowKind.TODAY),
    "datetime": RowType(RowKind.MOMENT),
    "begin group": RowType(RowKind.BEGIN),
    "begin lgroup": RowType(RowKind.REPEAT),
    "begin repeat": RowType(RowKind.REPEAT),
    "begin looped group": RowType(RowKind.REPEAT),
    "end group": RowType(RowKind.END),
    "end repeat": RowType(RowKind.END),
    "end loop": RowType(RowKind.END),
    "end lgroup": RowType(RowKind.END),
    "end looped group": RowType(RowKind.END),
}
_SILENT = (
    "end", "deviceid", "device id", "imei", "username", "audit", "subscriberid",
    "simserial", "phonenumber", "phone number", "email", "start time", "end time",
)  # fmt: skip
_INSTEAD: dict[str, str | None] = {
    "begin loop": "begin loop over …", "cascading_select": "select_one … + choice_filter",
    "include": None,
    "geotrace": "geopoint", "geoshape": "geopoint", "barcode": "text",
    "start-geopoint": None, "background-audio": None, "background-geopoint": None,
    "xml-external": None, "csv-external": None, "osm": "text",
    "select_one_from_file": "select_one", "select_multiple_from_file": "select_multiple",
}  # fmt: skip
_LISTS = {
    **dict.fromkeys(
        ("select_one", "select_one_external", "select1", "select one", "select one from",
         "select one using", "add select one prompt using", "q select1"), RowKind.SINGLE,
    ),
    **dict.fromkeys(
        ("select_multiple", "select all that apply", "select all that apply from", "q select",
         "select multiple", "select multiple from", "select multiple using",
         "add select multiple prompt using"), RowKind.MULTIPLE,
    ),
    "rank": RowKind.RANKING,
}  # fmt: skip
_BY_VALUE = {
    "string": _PLAIN["text"], "int": _PLAIN["integer"], "decimal": _PLAIN["decimal"],
    "date": _PLAIN["date"], "time": _PLAIN["time"],
    "dateTime": _PLAIN["datetime"], "geopoint": _PLAIN["geopoint"],
}  # fmt: skip
_GROUP = re.compile(r"^(begin|end)[ _]+(group|repeat|loop|lgroup|looped group)")
_OTHER = (" or_other", " or specify other", " or other")

KINDS = {
    RowKind.OPEN: Kind.TEXT,
    RowKind.SINGLE: Kind.CHOICE,
    RowKind.MULTIPLE: Kind.CHOICES,
    RowKind.RANKING: Kind.CHOICES,
    RowKind.NUMBER: Kind.NUMBER,
    RowKind.RANGE: Kind.NUMBER,
    RowKind.DATE: Kind.DATE,
    RowKind.TIME: Kind.TIME,
    RowKind.MOMENT: Kind.DATE,
    RowKind.TODAY: Kind.DATE,
    RowKind.NOTE: Kind.NOTHING,
    RowKind.LOCATION: Kind.TEXT,
    **dict.fromkeys((RowKind.PHOTO, RowKind.VOICE, RowKind.VIDEO, RowKind.DOCUMENT), Kind.CHOICES),
}
"""What answers to each kind of row come to, where that does not depend on more."""


def row_type(written: str) -> RowType:
    """What is meant by the cell under "type"."""
    text = " ".join(written.split())
    name = _GROUP.sub(r"\1 \2", text.casefold())
    if name in _PLAIN:
        return _PLAIN[name]
    if name in _SILENT:
        return RowType(RowKind.SILENT)
    first = name.split(" ", 1)[0]
    for refused in (name, first, " ".join(name.split(" ")[:2])):
        if refused in _INSTEAD:
            return RowType(RowKind.REFUSED, instead=_INSTEAD[refused])
    for head in sorted(_LISTS, key=len, reverse=True):
        if name.startswith(f"{head} "):
            return _with_list(_LISTS[head], text[len(head) + 1 :])
    return _of_old(name) or RowType(RowKind.UNKNOWN, instead=_nearest(first))


def _of_old(name: str) -> RowType | None:
    """One of the many names that types had in earlier years, by what pyxform makes of it."""
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    known = {each.casefold(): made for each, made in QUESTION_TYPE_DICT.items()}.get(name)
    if known is None:
        return None
    bind, tag = known.get("bind", {}), known.get("control", {}).get("tag")
    if bind.get("jr:preload"):
        return (
            _PLAIN["today"] if bind.get("jr:preloadParams") == "today" else RowType(RowKind.SILENT)
        )
    if tag == "trigger":
        return _PLAIN["trigger"]
    if bind.get("readonly"):
        return _PLAIN["note"]
    if tag is None:
        return _PLAIN["calculate"]
    if tag in ("select1", "select"):
        return RowType(RowKind.SINGLE)  # Of which list, nobody has said.
    return _BY_VALUE.get(str(bind.get("type")), RowType(RowKind.REFUSED, instead="text"))


def _nearest(name: str) -> str | None:
    known = [*_PLAIN, *(f"{head} …" for head in _LISTS)]
    return next(iter(difflib.get_close_matches(name, known, n=1)), None)


def _with_list(kind: RowKind, rest: str) -> RowType:
    other = next((ending for ending in _OTHER if rest.casefold().endswith(ending)), "")
    return RowType(kind, choices=rest[: len(rest) - len(other)].strip(), other=bool(other))
