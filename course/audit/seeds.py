"""Judges right answers under many seeds: do they pass by skill, and how far from each threshold?

An exercise trains, for this, if a comparison of its tests or their verdict differs between two
seeds; all others are judged no further.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from course.audit.alone import Alone, judge_alone
from course.audit.variants import Variant

LEAST = 3.0  # standard deviations between the mean of a margin and failing
_PROBES = 2  # seeds that tell what trains

Report = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True)
class Threshold:
    """One comparison of a test, over all seeds.

    Attributes
    ----------
    test, text : str
        The test cell and the comparison as it states it.
    mean, deviation, worst : float
        Of the margin: by how much the comparison held.
    """

    test: str
    text: str
    mean: float
    deviation: float
    worst: float

    @property
    def deviations(self) -> float:
        """The mean margin in standard deviations."""
        return self.mean / self.deviation if self.deviation else float("inf")


@dataclass(frozen=True)
class Seeded:
    """A right answer under many seeds.

    Attributes
    ----------
    exercise, name : str
    seeds : int
    failed : tuple of int
        The seeds under which it fails.
    thresholds : tuple of Threshold
        Those whose margin varies, the tightest first.
    """

    exercise: str
    name: str
    seeds: int
    failed: tuple[int, ...]
    thresholds: tuple[Threshold, ...]

    @property
    def shortfall(self) -> str:
        """What is too near to luck, or nothing."""
        start = f"{self.exercise}/{self.name}: "
        if self.failed:
            seeds = ", ".join(map(str, self.failed))
            return (
                f"{start}right, but fails under {len(self.failed)} of {self.seeds} seeds ({seeds})"
            )
        if self.thresholds and self.thresholds[0].deviations < LEAST:
            tight = self.thresholds[0]
            return (
                f"{start}`{tight.text}` of {tight.test} holds by {tight.deviations:.1f} standard "
                f"deviations over {self.seeds} seeds, {LEAST:g} are wanted"
            )
        return ""


def judge_by_seeds(
    notebook: Path,
    answers: Sequence[Variant],
    seeds: int,
    *,
    seconds: float,
    workers: int,
    report: Report,
) -> tuple[Seeded, ...]:
    """Judge right answers under the seeds 0, 1, …, seeds - 1, as students test.

    Parameters
    ----------
    notebook : Path
        The instructor's.
    answers : sequence of Variant
        Right ones.
    seeds : int
        At least 2.
    seconds, workers
        As `judge_alone` has them.
    report : callable

    Returns
    -------
    tuple of Seeded
        Of the answers whose tests depend on the seed.
    """
    judged: dict[tuple[int, int], Alone] = {}

    def judge(pairs: list[tuple[int, int]]) -> None:
        seeded = [replace(answers[number], seed=seed) for number, seed in pairs]
        for position, alone in judge_alone(notebook, seeded, seconds=seconds, workers=workers):
            judged[pairs[position]] = alone
            report(len(judged), total)

    total = len(answers) * _PROBES
    judge([(number, seed) for number in range(len(answers)) for seed in range(_PROBES)])
    depend = [n for n in range(len(answers)) if not _agree(*(judged[n, s] for s in range(_PROBES)))]
    total += len(depend) * (seeds - _PROBES)
    judge([(number, seed) for number in depend for seed in range(_PROBES, seeds)])
    return tuple(
        _seeded(answers[number], [judged[number, seed] for seed in range(seeds)])
        for number in depend
    )


def _agree(one: Alone, other: Alone) -> bool:
    return one.comparisons == other.comparisons and one.messages == other.messages


def _seeded(answer: Variant, runs: list[Alone]) -> Seeded:
    failed = tuple(seed for seed, run in enumerate(runs) if not run.passed)
    # What a test that failed did not come to is missing; the n-th of a kind is one threshold.
    margins: dict[tuple[str, str, int], list[float]] = {}
    for run in runs:
        seen: dict[tuple[str, str], int] = {}
        for comparison in run.comparisons:
            kind = comparison.test, comparison.text
            seen[kind] = seen.get(kind, 0) + 1
            margins.setdefault((*kind, seen[kind]), []).append(comparison.margin)
    found = [_threshold(*kind[:2], values) for kind, values in margins.items() if len(values) > 1]
    varying = sorted((t for t in found if t.deviation), key=lambda t: t.deviations)
    return Seeded(answer.exercise, answer.name, len(runs), failed, tuple(varying))


def _threshold(test: str, text: str, margins: list[float]) -> Threshold:
    spread = statistics.stdev(margins)
    return Threshold(test, text, statistics.fmean(margins), spread, min(margins))
