"""The harness at work: a stranger comes, consents, asks what there is. What a start brings in."""

import subprocess
import sys

from tests.bot.chat import Town

HEAVY = {
    "fontTools", "fpdf", "jinja2", "matplotlib", "numpy", "openpyxl", "pandas", "pyreadstat",
    "pyxform", "scipy", "segno", "sklearn", "xlsxwriter",
}  # fmt: skip


async def test_a_stranger_is_asked_for_consent_and_then_known_by_name(town: Town) -> None:
    """Nothing but an id and a language is kept before somebody agrees."""
    vera = await town.person("Vera", stranger=True)

    assert "your house listens" in await vera.says("/start")
    assert (await vera.record()).name is None

    assert "No questions right now" in await vera.taps("I agree")
    assert (await vera.record()).name == "Vera"


def test_the_bot_starts_without_what_draws_and_computes() -> None:
    """A start loads what answers people; the rest comes in the worker, or when it is asked for."""
    code = f"import sys, bot.running; sys.exit(str({HEAVY} & set(sys.modules) or ''))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr.strip() == ""
