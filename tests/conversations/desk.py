"""What a talk needs from behind the counter: houses with codes on their doors, links, files."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sandbox.client import Person, SandboxClient
from storage.database import Database
from tests.e2e.scene import CLOCK, a_manager
from use_cases.homes.codes import MakeCodes, door_payload, shown_code
from use_cases.records import FlatFacts, Place


async def build(database: Database, homes: Mapping[str, list[str]]) -> dict[str, str]:
    """These houses with these flats; the words that steps may put in braces: each flat's code (as
    on its card) and the payload of its card's link."""
    words: dict[str, str] = {}
    manager = await a_manager(database)
    async with database.open_work() as work:
        for name, numbers in homes.items():
            house = await work.homes.add_building(name, Place(), at=CLOCK.now())
            flats = [FlatFacts(number=str(number), entrance="1") for number in numbers]
            await work.homes.add_flats(house.id, flats)
            for flat in await MakeCodes(work, CLOCK)(manager, house.id):
                assert flat.code is not None, "it was made just now"
                words[f"code of {name}, {flat.number}"] = shown_code(flat.code)
                words[f"door of {name}, {flat.number}"] = door_payload(flat.code)
        await work.commit()
    return words


def link_of(name: str, people: Iterable[Person]) -> str:
    """The payload of the personal link under that name in anybody's chat."""
    written = re.compile(rf"^{re.escape(name)}\n\S+\?start=(\S+)$", re.MULTILINE)
    for person in people:
        for message in reversed(person.bot_messages):
            if found := written.search(message.text):
                return found[1]
    raise AssertionError(f"nobody has been sent a link for {name!r}")


async def spss_labels(client: SandboxClient, person: Person) -> dict[str, Any]:
    """What SPSS would read in the last file that came: labels by column, and rows."""
    import pyreadstat

    file = next(m.attachment for m in reversed(person.bot_messages) if m.attachment)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        path.write_bytes(await client.download(file))
        table, about = pyreadstat.read_sav(path)
    return {
        "rows": len(table),
        "labels": about.column_names_to_labels,
        "values": {
            name: {int(code): label for code, label in labels.items()}
            for name, labels in about.variable_value_labels.items()
        },
    }
