"""Names that every program takes, and that never change."""

import re

from hypothesis import given
from hypothesis import strategies as st

from use_cases.exporting.names import NAME_CHARS_MAX, Names, legal_name

LEGAL = re.compile(r"[a-z][a-z0-9_]{0,63}")
keys = st.tuples(st.text(min_size=1, max_size=40), st.text(max_size=40))


@given(st.lists(keys, max_size=30))
def test_every_name_is_legal_and_nobody_elses(asked: list[tuple[str, str]]) -> None:
    names = Names()
    given_names = {each: names.of(*each) for each in asked}

    assert len(set(given_names.values())) == len(set(asked))
    assert all(LEGAL.fullmatch(name) for name in given_names.values())
    assert {each: names.of(*each) for each in asked} == given_names


@given(st.lists(keys, max_size=20), st.lists(keys, max_size=20))
def test_what_comes_later_changes_no_name(
    first: list[tuple[str, str]], later: list[tuple[str, str]]
) -> None:
    alone, together = Names(), Names()
    before = [alone.of(*each) for each in first]
    assert [together.of(*each) for each in [*first, *later]][: len(first)] == before


def test_names_are_readable() -> None:
    assert legal_name("Щётка для обуви", mark="x") == "shchyotka_dlya_obuvi"
    assert legal_name("під'їзд", mark="x") == "pidyizd"
    assert legal_name("2nd-home", mark="x") == "q_2nd_home"
    assert legal_name("with", mark="x") == "with_q"
    assert legal_name("r_id", mark="x") == "q_r_id"
    assert legal_name("🌳", mark="x") == "q"
    assert len(legal_name("long" * 40, mark="12345678")) == NAME_CHARS_MAX
