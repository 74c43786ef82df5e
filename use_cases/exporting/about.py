"""The columns about the response itself; their names begin with `r_` and so collide with none."""

import hmac
from collections.abc import Callable
from datetime import datetime

from use_cases.exporting.cleaning import clean
from use_cases.exporting.names import RESPONSE_PREFIX
from use_cases.exporting.values import Cell, Code, Column, Measure, Row, Says, Shape
from use_cases.records.exports import ExportedResponse

PSEUDONYM_BYTES = 10  # 16 letters and digits; among a million people two are never alike.
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # Base 32, two at a time: ten bits.
_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]
_SHIFTS = range(8 * PSEUDONYM_BYTES - 10, -1, -10)

COMPLETED, PARTIAL = 1, 0
BY_THEMSELVES, ASSISTED = 1, 2


def pseudonyms(secret: str, recipient: str) -> Callable[[int], str]:
    """A name for each person that means nothing, always the same for one recipient.

    Whoever is not that recipient has other names for the same people; without the house's secret
    nobody can tell whose they are.
    """
    key = f"{recipient}\x1f{secret}".encode()

    def pseudonym(person_id: int) -> str:
        digest = hmac.digest(key, str(person_id).encode(), "sha256")
        bits = int.from_bytes(digest[:PSEUDONYM_BYTES], "big")
        return "".join([_PAIRS[bits >> shift & 1023] for shift in _SHIFTS])

    return pseudonym


def about_column(
    name: str, shape: Shape, measure: Measure, also: Says, *codes: Code, whole: bool = True
) -> Column:
    """A column about the response itself."""
    return Column(
        name=f"{RESPONSE_PREFIX}{name}",
        shape=shape,
        measure=measure,
        also=also,
        codes=codes,
        whole=whole and shape is Shape.NUMBER,
    )


COLUMNS = (
    about_column("id", Shape.NUMBER, Measure.NOMINAL, Says.ID),
    about_column("person", Shape.TEXT, Measure.NOMINAL, Says.PERSON),
    about_column("version", Shape.NUMBER, Measure.NOMINAL, Says.VERSION),
    about_column("source", Shape.TEXT, Measure.NOMINAL, Says.SOURCE),
    about_column(
        "state",
        Shape.CODE,
        Measure.NOMINAL,
        Says.STATE,
        Code(value=COMPLETED, label=Says.COMPLETED),
        Code(value=PARTIAL, label=Says.PARTIAL),
    ),
    about_column("started", Shape.MOMENT, Measure.SCALE, Says.STARTED_AT),
    about_column("touched", Shape.MOMENT, Measure.SCALE, Says.TOUCHED_AT),
    about_column("completed", Shape.MOMENT, Measure.SCALE, Says.COMPLETED_AT),
    about_column(
        "mode",
        Shape.CODE,
        Measure.NOMINAL,
        Says.MODE,
        Code(value=BY_THEMSELVES, label=Says.BY_THEMSELVES),
        Code(value=ASSISTED, label=Says.ASSISTED),
    ),
    about_column("seconds", Shape.NUMBER, Measure.SCALE, Says.SECONDS),
)


def about(response: ExportedResponse, pseudonym: Callable[[int], str]) -> Row:
    """The cells of those columns."""
    began, completed = response.started_at, response.completed_at
    seconds: Cell = None
    if began is not None and completed is not None:
        seconds = int((completed - began).total_seconds())
    return (
        response.id,
        None if response.person_id is None else pseudonym(response.person_id),
        response.version,
        clean(response.source) if response.source else None,
        COMPLETED if response.completed else PARTIAL,
        _to_the_second(began),
        _to_the_second(response.touched_at),
        _to_the_second(completed),
        ASSISTED if response.assisted else BY_THEMSELVES,
        seconds,
    )


def _to_the_second(moment: datetime | None) -> datetime | None:
    return moment.replace(microsecond=0) if moment is not None and moment.microsecond else moment
