"""The manual cannot lag: every command, setting and make target is in README."""

import re
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from bot.commands import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HIDDEN_COMMANDS = {"claim"}  # In no menu: for whoever holds the one-time code.


def test_every_command_of_the_chat_is_in_the_readme() -> None:
    """A command that nobody can find does not exist."""
    offered = {name for names in COMMANDS.values() for name in names}

    assert offered | HIDDEN_COMMANDS == set(re.findall(r"^\| `/(\w+)`", README, re.MULTILINE))


def test_every_setting_is_in_the_readme_and_in_the_example() -> None:
    """With its name in capitals, as it is written in the environment."""
    settings = {name.upper() for name in Settings.model_fields}
    example = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert settings == set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))
    assert settings == set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))


def test_the_readme_tells_the_default_of_every_setting() -> None:
    for name, field in Settings.model_fields.items():
        default = field.get_default()
        if default in (None, "", ()) or field.is_required():
            continue
        told = str(default).lower() if isinstance(default, bool) else str(default)
        assert re.search(rf"^\| `{name.upper()}` \| `{re.escape(told)}`", README, re.MULTILINE), (
            name
        )


def test_every_command_of_the_shell_is_in_the_readme() -> None:
    told = CliRunner().invoke(app, ["--help"]).output
    names = re.findall(r"^\W*(\w+)  ", told.split("Commands")[1], re.MULTILINE)

    assert names
    assert set(names) <= set(re.findall(r"`tenkeys (\w+)", README))


def test_every_make_target_is_in_the_readme() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert targets - {"help", "clean"} <= set(re.findall(r"`?make (\w+)", README))
