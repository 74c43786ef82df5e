"""What the shell's commands say: one sentence for everything that cannot be done."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from segmentation.sheets.faults import ROWS_MIN, Fault, UnusableSheet

BAD_INPUT_STATUS = 2

FAULTS = {
    Fault.TOO_FEW_ROWS: f"at least {ROWS_MIN} rows of answers are needed, this file has {{where}}.",
    Fault.TOO_FEW_COLUMNS: "at least two columns of answers to segment on are needed.",
    Fault.NO_SUCH_COLUMN: "the file has no column “{where}”.",
    Fault.SAME_COLUMN_TWICE: "two columns are called “{where}”.",
    Fault.ALL_CONSTANT: "everybody answers alike in every column, so nothing tells people apart.",
    Fault.ALL_MISSING: "the columns to segment on hold no answers at all.",
    Fault.DUPLICATE_ID: "the id “{where}” stands in more than one row.",
    Fault.NO_ID: "more than one row has no id in the column “{where}”.",
    Fault.BAD_WEIGHT: "the weights in “{where}” must be numbers from 0 up, and not all 0.",
    Fault.INFINITE: "the column “{where}” holds a number that is not finite.",
    Fault.UNCLEAR_NUMBER: "the commas in “{where}” may stand before thousands or before decimals "
    "(1,000); write its numbers without a separator of thousands and with a decimal point.",
    Fault.NOT_OF_THAT_KIND: "the column “{where}” cannot be read as answers to segment on; "
    "leave it out of --items, or name its kind with --kinds.",
    Fault.NOT_VOTES: "the column “{where}” holds no votes (1 agree, 0 pass, -1 disagree).",
}


class Refused(Exception):
    """What was asked cannot be done; the message is the sentence to show."""


@contextmanager
def politely() -> Iterator[None]:
    """One sentence on stderr and the status of a bad call, instead of a trace."""
    try:
        yield
    except UnusableSheet as fault:
        _refuse(FAULTS[fault.fault].format(where=" ".join(fault.where.split())))
    except Refused as fault:
        _refuse(str(fault))


def _refuse(sentence: str) -> None:
    typer.echo(f"tenkeys: {sentence}", err=True)
    raise typer.Exit(BAD_INPUT_STATUS)
