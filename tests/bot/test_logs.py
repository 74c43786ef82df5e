"""Logs tell what broke and where, never what people wrote."""

import pytest
import structlog

from bot.logs import set_up_logs

SECRET = "Flat 45, Petrenko"


def _reads(words: str) -> int:
    return int(words)  # Its ValueError quotes the words.


def _breaks() -> None:
    try:
        _reads(SECRET)
    except ValueError as fault:
        raise RuntimeError(f"input {SECRET!r} does not fit") from fault


@pytest.mark.parametrize("as_json", [False, True])
def test_an_exception_is_logged_without_its_words(
    as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Messages of libraries quote what they were given."""
    try:
        set_up_logs("info", as_json=as_json)
        try:
            _breaks()
        except RuntimeError:
            structlog.get_logger().exception("turn.failed", entry=7)
        told = capsys.readouterr().err
    finally:
        structlog.reset_defaults()

    assert "turn.failed" in told
    assert "RuntimeError" in told
    assert "ValueError" in told
    assert "_breaks" in told
    assert "Petrenko" not in told
    assert "\x1b" not in told  # Colours are for screens, not for files.
