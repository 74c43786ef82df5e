"""No public figure tells which of 0 to 4 a small count is."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from use_cases.reporting.suppression import FEW, SOME, UNKNOWN, Count, Kind, alone, of_whole, parts

tables = st.lists(st.integers(0, 60), min_size=2, max_size=6)


def test_a_small_part_is_hidden_behind_a_vague_one() -> None:
    """Thirty people, two of whom said no: the yes side goes vague."""
    assert (Count(Kind.ABOUT, 28.0), SOME) == parts([28, 2], 30)
    assert parts([29, 1], 30) == parts([26, 4], 30)


def test_parts_of_five_and_more_are_exact() -> None:
    """Nothing small, nothing hidden."""
    assert (Count(Kind.EXACT, 20), Count(Kind.EXACT, 10)) == parts([20, 10], 30)


def test_without_a_cover_all_is_hidden() -> None:
    """Two small parts of a public whole would give each other away."""
    assert parts([4, 4], 8) == (UNKNOWN, UNKNOWN)


def test_of_a_whole_under_five_nothing_is_shown() -> None:
    """Not even which of its parts are empty; the whole itself is "<5"."""
    assert parts([0, 1], 1) == parts([4, 0], 4) == (UNKNOWN, UNKNOWN)
    assert alone(1) == alone(4) == SOME


def test_nobody_is_no_secret_among_outcomes() -> None:
    """No failed messages is good news; but no reader of a profile learns that nobody said yes."""
    assert Count(Kind.EXACT, 0) == parts([30, 0], 30)[1]
    assert parts([30, 0], 30, zero_is_few=True)[1] == SOME
    assert Count(Kind.EXACT, 0) == alone(0)


@given(tables)
def test_small_counts_never_show(counts: list[int]) -> None:
    """Whatever the table, a count of 1 to 4 is "<5" or a dash, and vice versa."""
    for true, public in zip(counts, parts(counts, sum(counts)), strict=True):
        if 0 < true < FEW:
            assert not public.shown
        if public.exact:
            assert true == public.value


@settings(max_examples=500)
@given(tables)
def test_the_picture_does_not_tell_which_the_small_count_is(counts: list[int]) -> None:
    """For every small count there is another one with just the same picture of the whole table.

    The total is taken as known to the reader, as it is from five people on.
    """
    assume(sum(counts) >= FEW)
    shown = parts(counts, sum(counts))
    for i in (i for i, n in enumerate(counts) if 0 < n < FEW):
        sources = (j for j in range(len(counts)) if j != i)
        others = [_moved(counts, i, j, n) for j in sources for n in range(1, FEW)]
        possible = [other for other in others if min(other) >= 0 and other != counts]

        assert any(shown == parts(other, sum(other)) for other in possible)


def _moved(counts: list[int], to: int, source: int, wanted: int) -> list[int]:
    """The table with `wanted` people in the part `to`, the difference taken from `source`."""
    moved = list(counts)
    moved[source] -= wanted - counts[to]
    moved[to] = wanted
    return moved


@given(st.integers(0, 80), st.integers(0, 80))
def test_few_did_and_few_did_not_look_alike(members: int, did: int) -> None:
    """28 and 29 of 30 look the same, as do 1 and 4."""
    assume(did <= members)
    whole = alone(members)
    public = of_whole(did, whole, members)

    assert public.exact == (whole.shown and did >= FEW and members - did >= FEW)
    if 0 < members - did < FEW <= did and whole.shown:
        assert public == of_whole(members, whole, members) or members < 2 * FEW
