"""Spreadsheets as people keep them: kinds are guessed, faults are named, cells are read."""

import json

import numpy as np
import pandas as pd
import pytest

from segmentation.finding import segment_coded
from segmentation.outputs import (
    MEMBER_COLUMNS,
    PROFILE_COLUMNS,
    member_rows,
    profile_rows,
    run_numbers,
)
from segmentation.placing import memberships
from segmentation.sheets.cells import read_values
from segmentation.sheets.faults import Fault, UnusableSheet
from segmentation.sheets.kinds import ColumnKind
from segmentation.sheets.reading import Sheet, SheetOptions, read_sheet
from segmentation.sheets.silence import Silence
from segmentation.values import Recipe
from tests.segmentation.open_data import ELECTION, MCDONALDS, needs_data, rows_of


def frame_of(rows: int = 80, /, **columns: list[str]) -> pd.DataFrame:
    """Columns whose given cells are repeated to so many rows."""
    full = {name: (cells * rows)[:rows] for name, cells in columns.items()}
    return pd.DataFrame(full, dtype=str)


def fault_of(frame: pd.DataFrame, options: SheetOptions | None = None) -> tuple[Fault, str]:
    with pytest.raises(UnusableSheet) as caught:
        read_sheet(frame, options or SheetOptions())
    return caught.value.fault, caught.value.where


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["Yes", "no", "NA", ""], ColumnKind.BINARY),
        (["TRUE", "FALSE"], ColumnKind.BINARY),
        (["да", "нет"], ColumnKind.BINARY),
        (["1", "2", "3", "4", "5"], ColumnKind.ORDINAL),
        (["0", "10", "7", "N/A"], ColumnKind.ORDINAL),
        (["1 Very well", "2 Well", "3 Badly"], ColumnKind.ORDINAL),
        (["I hate it!-5", "-3", "0", "+2", "I love it!+5"], ColumnKind.ORDINAL),
        (["Strongly agree", "agree", "Neutral", "Disagree"], ColumnKind.ORDINAL),
        (["никогда", "редко", "часто"], ColumnKind.ORDINAL),
        (["Very inaccurate", "Slightly inaccurate", "Slightly accurate"], ColumnKind.ORDINAL),
        (["StronglyAgree", "Agree", "Disagree", "StronglyDisagree"], ColumnKind.ORDINAL),
        (["Скорее верно", "Верно", "Неверно", "Скорее неверно"], ColumnKind.ORDINAL),
        (["Poor", "Fair", "Good", "Very good", "Excellent"], ColumnKind.ORDINAL),
        (["Never", "Sometimes", "Usually", "Always"], ColumnKind.ORDINAL),
        (["Tend to agree", "Strongly agree", "Neither", "Tend to disagree"], ColumnKind.ORDINAL),
        (["Not at all important", "Not very important", "Very important"], ColumnKind.ORDINAL),
        (["Очень плохо", "Плохо", "Нормально", "Хорошо", "Отлично"], ColumnKind.ORDINAL),
        (["Очень доволен", "Скорее доволен", "Совсем недоволен"], ColumnKind.ORDINAL),
        (["низький", "середній", "високий"], ColumnKind.ORDINAL),
        (["Yes", "No", "Don't know"], ColumnKind.BINARY),
        (["Так", "Ні", "Важко відповісти"], ColumnKind.BINARY),
        (["1", "2", "3", "Refused"], ColumnKind.ORDINAL),
        (["bus", "car", "bike", "Don't know"], ColumnKind.CATEGORICAL),
        (["12 500", "7\u00a0300", "900"], ColumnKind.NUMBER),
        (["10%", "25 %", "33.3%"], ColumnKind.NUMBER),
        (["tea > milk > water", "milk > tea > water"], ColumnKind.RANKING),
        (["tea;milk;water", "milk;water;tea"], ColumnKind.RANKING),
        (["Not at all worried", "Somewhat worried", "Very worried"], ColumnKind.ORDINAL),
        (["For", "Against", "Neither", "Other"], ColumnKind.CATEGORICAL),
        (["0", "1", "99"], ColumnKind.BINARY),
        (["1", "2", "3", "."], ColumnKind.ORDINAL),
        (["2024-01-31", "2024-02-01 10:30"], ColumnKind.TEXT),
        (["31.01.2024", "1.2.2024", ""], ColumnKind.TEXT),
        (["-1", "0", "1"], ColumnKind.VOTE),
        (["12.5", "88", "1000", "3,5"], ColumnKind.NUMBER),
        (["bus;car", "car", "bike;bus"], ColumnKind.MULTIPLE),
        (["car", "bus", "bike"], ColumnKind.CATEGORICAL),
        (["1", "2"], ColumnKind.CATEGORICAL),
        (["", "NA"], ColumnKind.IGNORE),
    ],
)
def test_kinds_are_guessed(cells: list[str], kind: ColumnKind) -> None:
    """What a column holds is told from its cells."""
    sheet = read_sheet(frame_of(a=["yes", "no"], b=["no", "yes", "yes"], guessed=cells))

    assert sheet.kinds["guessed"] is kind


def test_ids_weights_and_own_words_are_not_segmented_on() -> None:
    """An id stays an id, a weight a weight, and long cells are left to the reading of texts."""
    frame = frame_of(q1=["yes", "no"], q2=["1", "2", "3"], weight=["0.5", "2"])
    frame["id"] = [f"p{row}" for row in range(len(frame))]
    frame["why"] = [f"because of reason {row}, which is long enough" for row in range(len(frame))]
    sheet = read_sheet(frame, SheetOptions(weight_column="weight"))

    assert [f.item for f in sheet.coded.features] == ["q1", "q2"]
    assert sheet.ids[:2] == ("p0", "p1")
    assert sheet.coded.weights[:2] == pytest.approx([0.5, 2.0])
    assert sheet.kinds["why"] is ColumnKind.TEXT


def test_numbers_of_rows_are_not_segmented_on() -> None:
    """Row names of R, an index of pandas, ids of people in several rows; ages and years are."""
    frame = frame_of(q1=["yes", "no"], q2=["1", "2", "3"], born=["1950", "1971", "1999", "1984"])
    for name, of_row in {"": 1, "Unnamed: 0": 1, "n": 1, "caseid": 7, "ResponseId": 3}.items():
        frame[name] = [str(1000 + of_row * row) for row in range(len(frame))]
    frame["person_id"] = [str(10 * (row // 2)) for row in range(len(frame))]
    sheet = read_sheet(frame)

    assert [f.item for f in sheet.coded.features] == ["q1", "q2", "born"]


def test_many_categories_are_no_own_words_where_each_is_common() -> None:
    """Forty towns among a thousand people; in a file of eighty each stands for itself."""
    frame = frame_of(1_000, town=[f"town {i}" for i in range(40)], q=["yes", "no", "no"])
    frame["r"] = frame["q"][::-1].to_numpy()

    assert read_sheet(frame).kinds["town"] is ColumnKind.CATEGORICAL
    assert read_sheet(frame.head(80)).kinds["town"] is ColumnKind.TEXT


def test_no_two_words_become_one_step() -> None:
    """ "Very good" is less than "excellent", and "very often" than "always"."""
    frame = frame_of(
        health=["Poor", "Fair", "Good", "Very good", "Excellent"],
        how_often=["Never", "Sometimes", "Often", "Very often", "Always"],
    )
    values = read_sheet(frame).coded.values

    assert [len(set(values[:, j])) for j in (0, 1)] == [5, 5]


def test_the_caller_knows_better() -> None:
    """Kinds and items that are given are not guessed."""
    frame = frame_of(a=["1", "2", "3"], b=["yes", "no"], c=["4", "5", "6", "7"])
    options = SheetOptions(items=("a", "b"), kinds={"a": ColumnKind.CATEGORICAL})
    sheet = read_sheet(frame, options)

    assert [f.kind.value for f in sheet.coded.features] == ["nominal", "binary"]


def test_refusals_among_numbers_are_missing_answers() -> None:
    """A scale named as such may hold an R for refused; it is nobody's step."""
    frame = frame_of(a=["1", "2", "R", "3"], b=["yes", "no"])
    sheet = read_sheet(frame, SheetOptions(kinds={"a": ColumnKind.ORDINAL}))

    assert sheet.coded.values[:4, 0] == pytest.approx([0, 1, np.nan, 2], nan_ok=True)


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (["1", "2", "3", "4", "5", "6", "99"], ("99",)),
        (["1", "2", "3", "-9"], ("-9",)),
        (["5", "-95", "1", "2", "-97"], ("-95", "-97")),
        (["18", "44", "71", "999"], ("999",)),
        (["18,5", "44", "71", "-99"], ("-99",)),
        (["-2", "-1", "0", "1", "2"], ()),
        (["-3", "-2", "-1", "1", "2", "3"], ()),
        (["18", "44", "71", "99"], ()),
        (["18", "44", "71", "Refused"], ("Refused",)),
        (["yes", "no", "Не знаю"], ("Не знаю",)),
        (["полностью согласен", "затрудняюсь ответить", "не согласен"], ()),
        (["-20", "5", "12", "-9"], ()),
    ],
)
def test_codes_for_no_answer_are_no_answers(cells: list[str], codes: tuple[str, ...]) -> None:
    """99 beside a scale of six, -9 beside an age: told, and left out; a step stays a step."""
    frame = frame_of(91, a=["yes", "no"], b=cells)
    sheet = read_sheet(frame)

    assert sheet.absent.get("b", ()) == codes
    missing = np.isnan(sheet.coded.values[: len(cells), 1])
    assert {c for c, gone in zip(cells, missing, strict=True) if gone} == set(codes)


def test_not_shown_and_skipped_are_told_apart() -> None:
    """In a file of ours; elsewhere a -99 is a code that may mean anything."""
    ours = read_sheet(frame_of(90, a=["1", "2", "3", "-96", "-97", "-99"], b=["yes", "no", ""]))
    theirs = read_sheet(frame_of(90, a=["1", "2", "3", "-99"], b=["yes", "no"]))

    assert ours.silent["a"] == {
        Silence.NOT_SHOWN: 15, Silence.SKIPPED: 15, Silence.PREFER_NOT: 15
    }  # fmt: skip
    assert ours.silent["b"] == {Silence.EMPTY: 30}
    assert {Silence.CODE} == set(theirs.silent["a"])
    assert "b" not in theirs.silent


def test_the_callers_numbers_keep_their_nines() -> None:
    """Who says that a column holds numbers means all of them."""
    frame = frame_of(91, a=["yes", "no"], b=["18", "44", "71", "999"])
    sheet = read_sheet(frame, SheetOptions(kinds={"b": ColumnKind.NUMBER}))

    assert not sheet.absent
    assert not np.isnan(sheet.coded.values).any()


def test_kilograms_are_not_weights_of_people() -> None:
    """A column called Weight is a number like any other unless the caller says otherwise."""
    frame = frame_of(a=["yes", "no"], Weight=["55.5", "70", "91"])

    assert read_sheet(frame).kinds["Weight"] is ColumnKind.NUMBER


def test_a_choice_of_several_is_one_question() -> None:
    """Three options of one column weigh together as much as one yes/no column."""
    sheet = read_sheet(frame_of(ways=["bus;car", "car", "bike", ""], owner=["yes", "no"]))
    weights = {
        name: sum(f.weight for f in sheet.coded.features if f.item == name)
        for name in ("ways", "owner")
    }

    assert weights["ways"] == pytest.approx(weights["owner"])
    assert np.isnan(sheet.coded.values[3, :3]).all()


def test_ticks_side_by_side_are_one_choice_of_several() -> None:
    """A blank beside a tick is "not ticked"; who ticked nothing at all may not have been asked."""
    frame = frame_of(bus=["x", "", "", "x"], car=["", "x", "", "x"], owner=["yes", "no"])
    sheet = read_sheet(frame)

    ticks = sheet.coded.values[:4, :2]
    assert ticks == pytest.approx(np.array([[1, 0], [0, 1], [np.nan] * 2, [1, 1]]), nan_ok=True)
    assert [f.weight for f in sheet.coded.features] == pytest.approx([0.5, 0.5, 1.0])
    assert {sheet.kinds["bus"], sheet.kinds["car"]} == {ColumnKind.BINARY}


def test_a_tick_that_a_new_sheet_lacks_stays_unanswered() -> None:
    """No other column is read in its place."""
    frame = frame_of(bus=["x", "", "x"], car=["", "x", "x"], owner=["yes", "no"])
    features = read_sheet(frame).coded.features
    values = read_values(features, frame.drop(columns="car"))

    assert values[:3, 0] == pytest.approx([1, np.nan, 1], nan_ok=True)
    assert np.isnan(values[:, 1]).all()


def test_every_fault_has_a_name() -> None:
    """What cannot be segmented is refused with the reason and the place."""
    good = {"a": ["yes", "no"], "b": ["1", "2", "3"]}

    assert fault_of(frame_of(a=["yes", "no"])) == (Fault.TOO_FEW_COLUMNS, "")
    assert fault_of(frame_of(9, **good)) == (Fault.TOO_FEW_ROWS, "9")
    assert fault_of(frame_of(a=["yes"], b=["1"]))[0] is Fault.ALL_CONSTANT
    assert fault_of(frame_of(**good, id=["x", "y"]), SheetOptions(id_column="id")) == (
        Fault.DUPLICATE_ID,
        "x",
    )
    assert fault_of(frame_of(**good, n=["1.5", "inf", "2.25"])) == (Fault.INFINITE, "n")
    assert fault_of(frame_of(**good), SheetOptions(items=("a", "z"))) == (
        Fault.NO_SUCH_COLUMN,
        "z",
    )
    assert fault_of(frame_of(**good, w=["-1"]), SheetOptions(weight_column="w")) == (
        Fault.BAD_WEIGHT,
        "w",
    )
    kinds = {"a": ColumnKind.NUMBER}
    assert fault_of(frame_of(**good), SheetOptions(kinds=kinds)) == (Fault.NOT_OF_THAT_KIND, "a")
    empty = SheetOptions(items=("a", "b"), kinds=dict.fromkeys("ab", ColumnKind.BINARY))
    assert fault_of(frame_of(a=[""], b=["NA"]), empty)[0] is Fault.ALL_MISSING


def planted_sheet() -> tuple[pd.DataFrame, Sheet]:
    rng = np.random.default_rng(0)
    kind = rng.integers(0, 2, 120)
    chances = np.where(kind[:, None] == 1, 0.9, 0.1)
    cells = np.where(rng.random((120, 8)) < chances, "yes", "no")
    frame = pd.DataFrame(cells, columns=[f"q{j}" for j in range(8)], dtype=str)
    return frame, read_sheet(frame)


def test_a_run_becomes_rows_and_numbers() -> None:
    """Every input row comes back in order, and the numbers are plain JSON."""
    _, sheet = planted_sheet()
    people = range(len(sheet.ids))
    run = segment_coded(sheet.coded, people, Recipe(scheme="sheet", items=(), segments=2, pairs=0))
    rows = list(member_rows(run, people, sheet.ids))
    numbers = json.loads(json.dumps(run_numbers(run)))

    assert [row[0] for row in rows] == [str(row) for row in range(1, 121)]
    assert all(len(row) == len(MEMBER_COLUMNS) for row in rows)
    assert sum(numbers["sizes"]) == 120
    assert numbers["k"] == 2
    assert numbers["verdict"] in {"natural", "reproducible", "constructive", "level only", "none"}
    assert all(len(row) == len(PROFILE_COLUMNS) for row in profile_rows(run))


def test_the_same_rows_in_a_new_sheet_are_placed_alike() -> None:
    """A model places a new sheet, whatever the order of its columns."""
    frame, sheet = planted_sheet()
    people = range(len(sheet.ids))
    run = segment_coded(sheet.coded, people, Recipe(scheme="sheet", items=(), segments=2, pairs=0))
    assert run.model is not None
    turned = frame[frame.columns[::-1]]
    values = read_values([column.feature for column in run.model.columns], turned)

    assert memberships(run.model, people, values, 0.6) == run.memberships


@pytest.mark.data
@needs_data[1]
def test_open_surveys_are_read_as_they_are() -> None:
    """McDonald's answers are yes/no, the election's traits four-point scales with gaps."""
    head, rows = rows_of("mcdonalds")
    kinds = read_sheet(pd.DataFrame(rows, columns=head, dtype=str)).kinds
    assert {kinds[name] for name in MCDONALDS} == {ColumnKind.BINARY}
    assert kinds["Like"] is ColumnKind.ORDINAL
    assert kinds["Age"] is ColumnKind.NUMBER
    assert kinds["VisitFrequency"] is ColumnKind.CATEGORICAL

    head, rows = rows_of("polca_election")
    sheet = read_sheet(pd.DataFrame(rows, columns=head, dtype=str))
    assert {sheet.kinds[name] for name in ELECTION} == {ColumnKind.ORDINAL}
    assert int(np.isnan(sheet.coded.values[:, : len(ELECTION)]).sum()) == 1292
