"""Golden questions of a scheme: computed once for a run, kept with it for ever."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from segmentation.golden import EDITION
from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from use_cases.access import require
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import Person, Role, Scheme, StoredRun
from use_cases.reporting.suppression import FEW
from use_cases.segments.moments import Past
from use_cases.segments.placing import read_run

Judge = Callable[[SegmentationRun, AnswerTable], Awaitable[Mapping[str, Any]]]
"""Runs segmentation.golden.judging.judged somewhere that does not hold up the bot; nothing comes
back where too few cast votes enough to tell what few of them are worth."""


class NoGolden(Exception):
    """The scheme has no segments from questions, or too few cast votes enough to tell of few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenLine:
    """One question more, and what so many of them are worth for people not chosen by."""

    item: str
    accuracy: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenFound:
    """Everything told about few questions; `recall` is by segment key, of the proposed ones.

    A segment of fewer than five of the people looked at is left out of `recall`.
    """

    lines: tuple[GoldenLine, ...]
    proposed: int
    people: int
    full: float
    recall: Mapping[str, float]
    confidence: float
    asked: float  # questions on average, asked one by one
    asked_accuracy: float
    asked_low: float
    asked_high: float
    asked_decided: float  # who became so sure; everybody counts in the accuracy
    fixed: int
    fixed_accuracy: float
    fixed_low: float
    fixed_high: float

    @classmethod
    def of(cls, document: Mapping[str, Any], run: SegmentationRun) -> "GoldenFound":
        """Read what was kept with the run."""
        golden, adaptive = document["golden"], document["adaptive"]
        steps: Sequence[Mapping[str, Any]] = golden["steps"]
        last = steps[golden["proposed"] - 1]
        many = {str(each.id) for each in run.segments if each.size >= FEW}
        keys = [str(key) for key in golden["segments"]]
        return cls(
            lines=tuple(
                GoldenLine(
                    item=step["item"],
                    accuracy=step["accuracy"],
                    low=step["low"],
                    high=step["high"],
                )
                for step in steps
            ),
            proposed=golden["proposed"],
            people=golden["people"],
            full=golden["full"],
            recall={
                key: share for key, share in zip(keys, last["recall"], strict=True) if key in many
            },
            confidence=adaptive["confidence"],
            asked=adaptive["questions"],
            asked_accuracy=adaptive["accuracy"],
            asked_low=adaptive["low"],
            asked_high=adaptive["high"],
            asked_decided=adaptive["decided"],
            fixed=adaptive["fixed_questions"],
            fixed_accuracy=adaptive["fixed_accuracy"],
            fixed_low=adaptive["fixed_low"],
            fixed_high=adaptive["fixed_high"],
        )


@dataclass(frozen=True, slots=True)
class FindGolden:
    """Golden questions of the run in force; `actor` None is the nightly job."""

    open_work: OpenWork
    clock: Clock
    judge: Judge

    async def __call__(self, actor: Person | None, scheme_id: int) -> GoldenFound:
        """Read them, or compute and keep them; raises NoGolden where there are none."""
        async with self.open_work() as work:
            if actor is not None:
                await require(work, actor, Role.MANAGER, "segments.golden", self.clock)
            scheme, stored = await self._run(work, scheme_id)
            run = read_run(stored)
            known = await _kept(work, stored)
            if known is not None:
                return GoldenFound.of(known, run)
            table = (await Past.of(work, scheme.survey_key)).table(run, self.clock.now())
            await work.rollback()
        if len(table.people) < run.recipe.people_min:
            raise NoGolden
        document = await self.judge(run, table)
        if not document:
            raise NoGolden
        async with self.open_work() as work:
            await work.runs.keep_golden(stored.id, document)
            await work.commit()
        return GoldenFound.of(document, run)

    async def known(self, actor: Person, scheme_id: int) -> bool:
        """Whether they are computed already; raises NoGolden where there are none."""
        async with self.open_work() as work:
            await require(work, actor, Role.MANAGER, "segments.golden", self.clock)
            _, stored = await self._run(work, scheme_id)
            return await _kept(work, stored) is not None

    async def _run(self, work: UnitOfWork, scheme_id: int) -> tuple[Scheme, StoredRun]:
        scheme = await work.segments.get_scheme(scheme_id)
        stored = await work.segments.latest_run(scheme_id)
        if scheme is None or stored is None or not scheme.survey_key:
            raise NoGolden
        if scheme.grounds.by_scales:  # Nobody can be asked for a score.
            raise NoGolden
        run = read_run(stored)
        if run.model is None or run.chosen < 2:
            raise NoGolden
        return scheme, stored


async def _kept(work: UnitOfWork, stored: StoredRun) -> Mapping[str, Any] | None:
    """What is known of the run; figures that were judged in another way are not."""
    document = await work.runs.golden(stored.id)
    return document if document is not None and document.get("edition") == EDITION else None
