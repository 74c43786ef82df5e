"""Between two runs some people move, and placing alone would show some who did not."""

import numpy as np
import pytest

from segmentation.following.count import SegmentCount
from segmentation.following.drift import drift
from segmentation.following.migration import Wave, migrated
from segmentation.following.movers import movers
from segmentation.profile.significance import adjusted
from tests.segmentation.following.waves import moved, wave


@pytest.mark.parametrize(("share", "apart"), [(0.0, 0.6), (0.1, 0.6), (0.25, 0.5)])
def test_the_noise_of_placing_is_taken_out(share: float, apart: float) -> None:
    """Far more are counted as moved than moved; what is left after the noise is the truth."""
    before, after, really = moved(share)
    migration = migrated(wave(before, seed=1, apart=apart), wave(after, seed=2, apart=apart))
    assert migration is not None

    assert migration.moved_counted > really.mean() + 0.04
    assert migration.moved == pytest.approx(really.mean(), abs=0.04)
    assert len(migration.matched) == 3
    assert np.sum(migration.flows) == pytest.approx(1.0)
    assert np.sum(migration.counted) == migration.shared == 900


def test_of_a_few_people_noise_is_not_told_as_movement() -> None:
    """Two hundred people who did not move: that nobody did lies within the interval."""
    truth = moved(0.0, 200)[0]
    migration = migrated(wave(truth, seed=1, apart=0.7), wave(truth, seed=2, apart=0.7))
    assert migration is not None

    assert migration.moved_counted > 0.05
    assert (migration.moved_low, migration.moved < 0.06) == (0.0, True)


def test_the_nights_of_a_quarter_hardly_ever_sound_a_false_alarm() -> None:
    """Three newcomers a day answer as everybody did: each night looks at all of them so far."""
    first = wave(moved(0.0, 120)[0], seed=1, apart=0.6)
    others = wave(moved(0.0, 240)[0], seed=2, apart=0.6)
    sounded = []
    for turn in range(8):
        lot = np.random.default_rng(turn).permutation(240)
        nights = [lot[:people] for people in range(30, 240, 30)]
        seen = [Wave(others.model, others.coded.take(who), others.ids) for who in nights]
        sounded.append(any(drift(first, each).alarms for each in seen))

    assert sum(sounded) <= 1


def test_between_two_that_are_merged_nobody_moves() -> None:
    """A third of the first segment goes into the second: no movement, once both stand as one."""
    before, _, _ = moved(0.0)
    gone = (before == 0) & (np.arange(len(before)) % 3 == 0)
    first, second = wave(before, seed=1), wave(np.where(gone, 1, before), seed=2)
    apart = migrated(first, second)
    now = np.array(second.model.segments)[second.posterior.argmax(axis=1)]
    one, two = (int(np.bincount(now[(before == kind) & ~gone]).argmax()) for kind in (0, 1))
    merged = migrated(first, second, {two: one})
    assert apart is not None
    assert merged is not None

    assert apart.moved == pytest.approx(gone.mean(), abs=0.04)
    assert apart.moved_low > 0.05
    assert merged.moved < 0.03
    assert merged.moved_low == 0.0
    assert merged.noise < apart.noise + 1e-9
    assert merged.flows == apart.flows


def test_the_same_run_twice_has_no_movement() -> None:
    first = wave(moved(0.0)[0], seed=1)
    migration = migrated(first, first)
    assert migration is not None

    assert (migration.moved_counted, round(migration.moved, 6)) == (0.0, 0.0)
    assert movers(first, first, migration) == ((), ())
    assert drift(first, first).alarms == ()


def test_who_surely_moved_is_named_with_the_answers_that_did_it() -> None:
    """Nearly all who are named did move, and none is named where nobody moved."""
    before, after, really = moved(0.15)
    first, second = wave(before, seed=1, apart=0.7), wave(after, seed=2, apart=0.7)
    migration = migrated(first, second)
    assert migration is not None
    named, flows = movers(first, second, migration)

    assert len(named) > 0.4 * really.sum()
    assert np.mean([really[int(m.id[1:])] for m in named]) > 0.85
    assert sum(flow.people for flow in flows) == len(named)
    assert all(m.answers and m.answers[0].pull > 0 for m in named)


def test_strangers_have_not_moved() -> None:
    """Nobody is in both runs, so there is no migration; the segments still match by meaning."""
    before, after, _ = moved(0.0)
    first, second = wave(before, seed=1), wave(after, seed=2)
    others = Wave(second.model, second.coded, tuple(f"x{i}" for i in range(900)))

    assert migrated(first, others) is None


def test_an_answer_that_drifts_sounds_the_alarm() -> None:
    """One question is answered otherwise by everybody; it alone is named."""
    before, _, _ = moved(0.0)
    found = drift(wave(before, seed=1, apart=0.5), wave(before, seed=2, apart=0.5, shift=0.35))

    assert found.alarms[0] == "item:q0"
    assert [d.item for d in found.items if d.level.value == "alarm"] == ["q0"]


def test_a_number_of_segments_must_win_several_runs() -> None:
    """One good night changes nothing, three in a row do, an interruption begins anew."""
    count = SegmentCount(4)
    shown = [(count := count.after(best)).shown for best in (5, 4, 5, 5, 6, 5, 5, 5)]

    assert shown == [4, 4, 4, 4, 4, 4, 4, 5]
    assert SegmentCount(4).after(5, runs_needed=1).shown == 5


def test_p_values_looked_at_together_are_corrected() -> None:
    """The worked example of Benjamini and Hochberg's correction, as R's p.adjust gives it."""
    assert adjusted(np.array([0.01, 0.04, 0.03, 0.005])) == pytest.approx([0.02, 0.04, 0.04, 0.02])
