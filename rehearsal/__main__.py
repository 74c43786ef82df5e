"""`python -m rehearsal demo` and `python -m rehearsal run`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from rehearsal.demo import AT_ONCE, PEOPLE, DemoOptions
from rehearsal.demo import demo as play_demo
from rehearsal.ending import end_politely
from rehearsal.live import become_bot, has_token, live
from rehearsal.population import SEED

Language = Literal["ru", "uk", "en"]

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)


@app.callback()
def rehearsal() -> None:
    """Each command has a --help of its own."""


@app.command()
def demo(
    people: Annotated[int, typer.Option(min=1, help="How many simulated residents.")] = PEOPLE,
    at_once: Annotated[int, typer.Option(min=1, help="How many at the same time.")] = AT_ONCE,
    seed: Annotated[int, typer.Option(help="Equal seeds draw equal people.")] = SEED,
    language: Annotated[Language, typer.Option(help="The manager's, and the report's.")] = "en",
    out: Annotated[Path, typer.Option(help="Where the reports go.")] = Path("demo-output"),
) -> None:
    """The whole main job with simulated residents."""
    options = DemoOptions(people=people, at_once=at_once, seed=seed, language=language, out=out)
    end_politely(play_demo(options))


@app.command()
def run(
    language: Annotated[Language, typer.Option(help="Of the people in the sandbox.")] = "ru",
) -> None:
    """The bot: on Telegram with BOT_TOKEN, in the sandbox with a chat page without it."""
    if has_token():
        become_bot()
    end_politely(live(language), interrupted=0)  # Ctrl-C is how it ends.


if __name__ == "__main__":
    app(prog_name="rehearsal")
