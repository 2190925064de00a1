"""From measurements to what the benchmark says: rates, ratios, targets and agreement of scores.

Pure functions; measures, runs and draws nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean

from bench.contestants import Grading, Scores

MEBIBYTE = 2**20
NBGRADER, OTTER = "nbgrader", "otter-grader"
ONE, ALL = "course grade, 1 worker", "course grade, all cores"
LARGER = "course grade, all cores, larger class"
BARE, BARE_ALL = "bare cells, those we run", "bare cells, all"


@dataclass(frozen=True)
class Row:
    """A contestant's line of the table.

    Attributes
    ----------
    name : str
    workers, submissions : int
    wall, cpu : float
        Seconds of the whole command, its start-up included.
    per_minute : float
        Submissions a minute by the whole command's wall time.
    steady : float or None
        Seconds from one submission's end to the next one's, start-up left out (`steady_seconds`).
    cpu_each : float
        Seconds of CPU a submission, start-up included.
    peak_mib : float
        Largest proportional set size of the whole process tree, in MiB.
    looks : int
        How often memory was looked at.
    hidden : int
        The most processes at one look whose memory is not in ``peak_mib``, as it may not be read.
    """

    name: str
    workers: int
    submissions: int
    wall: float
    cpu: float
    per_minute: float
    steady: float | None
    cpu_each: float
    peak_mib: float
    looks: int
    hidden: int

    @property
    def steady_per_minute(self) -> float | None:
        return 60 / self.steady if self.steady else None

    @property
    def start_up(self) -> float | None:
        """Seconds of the command that are not the steady rate's: its start, and its end."""
        return None if self.steady is None else self.wall - self.submissions * self.steady


@dataclass(frozen=True)
class Target:
    """A number that the grader is to reach, and what it reached."""

    what: str
    value: float | None
    bound: str
    met: bool | None

    @property
    def verdict(self) -> str:
        return {True: "met", False: "MISSED", None: "not measured"}[self.met]


@dataclass(frozen=True)
class Difference:
    """A test of a student's that two graders judge differently."""

    student: str
    test: str
    ours: float | None
    theirs: float | None
    remark: str


def row_of(name: str, workers: int, submissions: int, grading: Grading) -> Row:
    """A contestant's line, from what was measured of it."""
    measured = grading.measured
    return Row(
        name,
        workers,
        submissions,
        measured.wall,
        measured.cpu,
        60 * submissions / measured.wall,
        steady_seconds(grading.finished, workers),
        measured.cpu / submissions,
        measured.peak_pss / MEBIBYTE,
        measured.looks,
        measured.hidden,
    )


def steady_seconds(finished: Sequence[float], workers: int) -> float | None:
    """Seconds a submission once all workers are at work, the same for every contestant.

    The first submission of each worker carries its start-up. So the clock starts when as many
    submissions as there are workers have been done, and stops with the last.

    Parameters
    ----------
    finished : sequence of float
        When each submission was done, in seconds, sorted.
    workers : int
        Submissions at the same time.

    Returns
    -------
    float or None
        None if there are not more submissions than workers.
    """
    counted = len(finished) - workers
    return (finished[-1] - finished[workers - 1]) / counted if counted > 0 else None


def differences(
    ours: Scores, theirs: Scores, remarks: Mapping[str, Mapping[str, str]] | None = None
) -> list[Difference]:
    """The tests that two graders judge differently; one that has no score there has None."""
    found = []
    for student in sorted({*ours, *theirs}):
        mine, other = ours.get(student, {}), theirs.get(student, {})
        for test in sorted({*mine, *other}):
            if mine.get(test) != other.get(test):
                remark = (remarks or {}).get(student, {}).get(test, "")
                found.append(Difference(student, test, mine.get(test), other.get(test), remark))
    return found


def growth(finished: Sequence[float], workers: int, parts: int = 10) -> list[float]:
    """Seconds a submission in each part of one run, start-up left out, from first to last.

    Parameters
    ----------
    finished : sequence of float
        When each submission was done, in seconds, sorted.
    workers : int
        Submissions at the same time.
    parts : int
        How many parts of equal length; fewer where there are fewer submissions.
    """
    counted = finished[workers - 1 :]
    gaps = [later - earlier for earlier, later in zip(counted, counted[1:], strict=False)]
    parts = min(parts, len(gaps))
    edges = [len(gaps) * part // parts for part in range(parts + 1)] if parts else [0]
    return [fmean(gaps[start:stop]) for start, stop in zip(edges, edges[1:], strict=False)]


def targets(
    rows: Mapping[str, Row], cores: int, growths: Mapping[int, list[float]]
) -> list[Target]:
    """What was promised of the grader, each with what was measured.

    Parameters
    ----------
    rows : mapping
        Name → line; whoever did not run is missing.
    cores : int
        Of this machine.
    growths : mapping
        Size of a class → seconds a submission in each part of its run.
    """
    one, many = rows.get(ONE), rows.get(ALL)
    fast = rows.get(LARGER) or many or one
    stock = rows.get(NBGRADER)
    steady = _ratio(stock and stock.steady, fast and fast.steady)
    whole = _ratio(fast and fast.per_minute, stock and stock.per_minute)
    over_bare = {
        name: _ratio(one and one.steady, rows[name].steady if name in rows else None)
        for name in (BARE_ALL, BARE)
    }
    sizes = (
        f", {fast.submissions} submissions against {stock.submissions}" if fast and stock else ""
    )
    found = [
        _at_least(f"times nbgrader's speed, {cores} cores, start-up left out", steady, 15),
        _at_least(f"times nbgrader's speed, {cores} cores, whole commands{sizes}", whole, 15),
        *(
            _below(f"times the time of {name}, one worker", ratio, 1.3)
            for name, ratio in over_bare.items()
        ),
    ]
    seen = one and many and not one.hidden and not many.hidden
    further = (many.peak_mib - one.peak_mib) / (many.workers - 1) if seen else None
    found.append(_below("MiB more for each further worker", further, 200))
    largest = growths.get(max(growths)) if growths else None
    slower = _ratio(fmean(largest[-2:]), fmean(largest[:2])) if largest else None
    size = f"{max(growths):,}" if growths else "many"
    found.append(
        _below(f"times a submission's cost at the start, at the end of {size}", slower, 1.2)
    )
    return found


def as_json(rows: Mapping[str, Row]) -> dict[str, dict]:
    """The lines of the table as plain data."""
    return {
        name: {**asdict(row), "steady_per_minute": row.steady_per_minute, "start_up": row.start_up}
        for name, row in rows.items()
    }


def _ratio(over: float | None, under: float | None) -> float | None:
    return over / under if over is not None and under else None


def _at_least(what: str, value: float | None, bound: float) -> Target:
    return Target(what, value, f"at least {bound:g}", None if value is None else value >= bound)


def _below(what: str, value: float | None, bound: float) -> Target:
    return Target(what, value, f"under {bound:g}", None if value is None else value < bound)
