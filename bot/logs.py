"""Structured logs: codes, ids and figures; no names, no words of people."""

import logging
import sys
import traceback

import structlog
from structlog.typing import EventDict


def _without_words(_logger: object, _method: str, event: EventDict) -> EventDict:
    """An exception as its types and places: messages of libraries quote what people wrote."""
    told = event.pop("exc_info", None)
    fault = sys.exc_info()[1] if told is True else told
    if isinstance(fault, BaseException):
        parts = []
        while fault is not None:
            places = "".join(traceback.format_tb(fault.__traceback__))
            parts.append(f"{places}{type(fault).__module__}.{type(fault).__qualname__}")
            fault = fault.__cause__ or fault.__context__
        event["exception"] = "\n\nafter\n".join(parts)
    return event


def set_up_logs(level: str, *, as_json: bool) -> None:
    """Log to stderr, for the eye or as JSON lines; other libraries from warnings on."""
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())  # A file is no screen.
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING)
    logging.getLogger("aiogram").setLevel(logging.ERROR)
