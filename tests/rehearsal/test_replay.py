"""Replays: rows become people; a tiny table is played over HTTP with processes of its own."""

import json
from pathlib import Path

import pytest

from rehearsal.cells import NoAnswer
from rehearsal.demo import load_survey
from rehearsal.mapping import MappingFault, read_mapping
from rehearsal.replaying import ReplayOptions, play_table, read_rows, read_table
from surveys.answers import Chosen, Rated
from surveys.questions import ChoiceKey, QuestionKey

PLAY_SECONDS_MAX = 1_800  # Three processes start; on a busy machine that alone takes minutes.

SURVEY = """
survey: town
language: en
title: Life in town
points: 20
questions:
  - {key: happy, scale: How happy are you?, basis: psychographic, optional: yes}
  - key: home
    single: Do you rent or own?
    choices: {rents: Rent, owns: Own}
    optional: yes
  - {key: people, number: How many live in your home?, from: 1, to: 9, optional: yes}
  - key: wishes
    multiple: What is missing?
    choices: {trees: Trees, light: Light}
    basis: needs
    optional: yes
  - {key: words, open: "Anything else?", optional: yes}
"""
MAPPING = """
survey: survey.yaml
language: en
id: id
delimiter: ";"
where: {wave: [1, 2]}
refused: [R]
missing: [""]
questions:
  happy: {column: [happy_1, happy_2]}
  home: {column: home, values: {r: rents, o: owns}}
  people: size
  wishes: wishes
  words: words
"""
TABLE = """id;wave;happy_1;happy_2;home;size;wishes;words
a;1;5;;r;2;trees,light;No.
b;2;;3.5;o;;light;
c;2;R;4;x;12;;Nothing
d;3;1;;r;1;;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "survey.yaml").write_text(SURVEY)
    (tmp_path / "mapping.yaml").write_text(MAPPING)
    (tmp_path / "table.csv").write_text(TABLE)
    return tmp_path


def test_rows_become_people_and_every_cell_is_counted(folder: Path) -> None:
    mapping = read_mapping(folder / "mapping.yaml")
    rows = read_rows(folder / "table.csv", mapping, None)
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    table = read_table(rows, mapping, load_survey(mapping.survey), seed=0)
    answers = {n.first_name: n.intent.answers for n in table.newcomers}
    assert answers["Row a"][QuestionKey("happy")] == Rated(5)
    assert answers["Row b"][QuestionKey("home")] == Chosen(ChoiceKey("owns"))
    assert set(answers["Row c"]) == {"words"}
    assert table.accepted == 8
    assert table.not_answers == {
        NoAnswer.MISSING: 3,
        NoAnswer.REFUSED: 1,
        NoAnswer.INVALID: 1,
        NoAnswer.OUT_OF_RANGE: 1,
        NoAnswer.BETWEEN: 1,
    }


def test_the_seed_draws_the_order_in_which_they_come(folder: Path) -> None:
    mapping = read_mapping(folder / "mapping.yaml")
    rows = read_rows(folder / "table.csv", mapping, None)
    survey = load_survey(mapping.survey)
    orders = {
        tuple(n.first_name for n in read_table(rows, mapping, survey, seed).newcomers)
        for seed in range(20)
    }
    assert len(orders) > 1
    assert len(read_rows(folder / "table.csv", mapping, 2)) == 2


def test_a_table_without_fitting_rows_is_told_of(folder: Path) -> None:
    (folder / "table.csv").write_text(TABLE.splitlines()[0] + "\n")
    with pytest.raises(MappingFault, match="no row that passes"):
        read_rows(folder / "table.csv", read_mapping(folder / "mapping.yaml"), None)


@pytest.mark.timeout(PLAY_SECONDS_MAX)
async def test_a_tiny_table_is_played_to_the_report(folder: Path) -> None:
    options = ReplayOptions(
        file=folder / "table.csv",
        mapping=folder / "mapping.yaml",
        rows=None,
        at_once=2,
        seed=1,
        out=folder / "out",
        database_url=None,
    )
    document = await play_table(options)
    assert document["does not add up"] == []
    assert document["people"] == {"finished": 3, "closed the bot": 0}
    assert document["answers"] == {"stored": 15, "of them skipped": 7}
    assert document["cells"]["accepted"] == 8
    assert document["points"] == {"given": 60, "ledger sum": 0}
    saved = json.loads((folder / "out" / "summary.json").read_text())
    assert saved["schemes"] == []
    assert (folder / "out" / "report.html").read_text().startswith("<!doctype html>")
    assert (folder / "out" / "report.xlsx").stat().st_size > 1_000
