"""The demo from end to end: a few residents always, a whole house in the long run."""

import os
from pathlib import Path

import pytest

from rehearsal.demo import DemoOptions, demo

SOAK = bool(os.environ.get("TENKEYS_SOAK"))
PLAY_SECONDS_MAX = 1_800  # Three processes start; on a busy machine that alone takes minutes.
PEOPLE = 300 if SOAK else 24


@pytest.mark.timeout(PLAY_SECONDS_MAX)
async def test_the_demo_adds_up(tmp_path: Path) -> None:
    """Processes, chat dialogues, broadcasts and report; demo raises where a sum is off."""
    document = await demo(DemoOptions(people=PEOPLE, at_once=12, out=tmp_path))
    assert document["does not add up"] == []
    assert sum(document["messages"].values()) == document["audience"]
    assert document["points"]["ledger sum"] == 0
    assert "simulated" in (tmp_path / "report.html").read_text()
    found = document["agreement with the simulated truth"]
    if SOAK:
        assert 0.4 < found["needs"]["adjusted Rand index"] < 1
        assert 0.6 < found["psychographic"]["adjusted Rand index"] < 1
    else:
        assert found == {}  # Too few for segments: nothing is invented.
