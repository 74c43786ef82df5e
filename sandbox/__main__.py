"""`python -m sandbox`: a Bot API on this machine and a page to talk to the bot from."""

import argparse
import asyncio
import signal
import sys

from sandbox.limits import (
    CALLBACK_ANSWER_SECONDS,
    CALLBACK_UPDATE_SECONDS,
    UPDATE_SECONDS,
)
from sandbox.server import TOKEN, Settings, serving


def read_settings(arguments: list[str]) -> Settings:
    """The command line as settings."""
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--bot-name", default="Tenkeys")
    parser.add_argument("--username", default="tenkeys_sandbox_bot")
    parser.add_argument("--callback-window", type=float, default=CALLBACK_ANSWER_SECONDS)
    parser.add_argument("--update-seconds", type=float, default=UPDATE_SECONDS)
    parser.add_argument("--callback-seconds", type=float, default=CALLBACK_UPDATE_SECONDS)
    return Settings(**vars(parser.parse_args(arguments)))


async def serve(settings: Settings) -> None:
    """Serve until told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(settings) as sandbox:
        sys.stdout.write(f"The sandbox is at {sandbox.base_url}/ (token {sandbox.token})\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Serve, or say in one line why not."""
    settings = read_settings(sys.argv[1:])
    try:
        asyncio.run(serve(settings))
    except OSError as error:
        sys.exit(f"The sandbox cannot listen on {settings.host}:{settings.port}: {error.strerror}")


if __name__ == "__main__":
    main()
