"""What an audit has found, as plain data, and whether it is good enough. Runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from course.audit.seeds import Seeded

KILLED = 0.95  # of the mutants that are not equivalent
RIGHT, WRONG, MUTANT = "right", "wrong", "mutant"


@dataclass(frozen=True)
class Audited:
    """One answer and how it was judged.

    Attributes
    ----------
    exercise, name, why : str
    kind : str
        ``"right"`` (the reference among them), ``"wrong"`` or ``"mutant"``.
    accepted : bool
        Whether it passed all tests in a process of its own.
    in_rooms : bool or None
        Whether it passed them all in the two rooms; None if it was not tried there.
    caught_by : str
        ``"visible"`` tests, only by ``"hidden"`` ones, or "" for an answer that passed.
    told : str
        ``"mistake"``, ``"hint"`` or ``"neither"``, as `course.audit.bank` has it; "" if it passed.
    equivalent : str
        Why a mutant is no mistake; "" for all others.
    differs : tuple of str
        The test cells that judged otherwise in the rooms, or why the rooms have no verdict.
    seconds : float
        In a process of its own, by the clock.
    """

    exercise: str
    name: str
    kind: str
    why: str
    accepted: bool
    in_rooms: bool | None = None
    caught_by: str = ""
    told: str = ""
    equivalent: str = ""
    differs: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def accepted_by_all(self) -> bool:
        return self.accepted and self.in_rooms is not False

    @property
    def caught_by_all(self) -> bool:
        return not self.accepted and self.in_rooms is not True


@dataclass(frozen=True)
class Share:
    """How many of how many; all of none is well."""

    part: int
    whole: int

    @property
    def fraction(self) -> float:
        return self.part / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}" if self.whole else "-"


@dataclass(frozen=True)
class Cascade:
    """One exercise answered wrongly and all others rightly: which test cells failed too."""

    exercise: str
    answer: str  # "empty", or the name of a wrong variant
    own_failed: tuple[str, ...]
    own_kept: tuple[str, ...]
    others_failed: tuple[str, ...]
    broken: str = ""  # why the rooms have no verdict

    @property
    def holds(self) -> bool:
        """Whether it cost points of its own and nobody else's; empty, all of its own."""
        kept = self.answer == "empty" and self.own_kept
        return bool(self.own_failed and not kept and not self.others_failed and not self.broken)


@dataclass(frozen=True)
class ExerciseAudit:
    """All answers to one exercise."""

    exercise: str
    answers: tuple[Audited, ...] = ()

    @property
    def right(self) -> Share:
        """Right answers that were accepted."""
        return self._share(lambda a: a.kind == RIGHT, lambda a: a.accepted_by_all)

    @property
    def wrong(self) -> Share:
        """Wrong answers that were caught."""
        return self._share(lambda a: a.kind == WRONG, lambda a: a.caught_by_all)

    @property
    def visibly(self) -> Share:
        """Wrong answers that visible tests caught."""
        return self._share(lambda a: a.kind == WRONG, lambda a: a.caught_by == "visible")

    @property
    def named(self) -> Share:
        """Wrong answers whose writer was told the very mistake."""
        return self._share(lambda a: a.kind == WRONG, lambda a: a.told == "mistake")

    @property
    def advised(self) -> Share:
        """Wrong answers whose writer was told the mistake or the author's hint."""
        return self._share(lambda a: a.kind == WRONG, lambda a: a.told in ("mistake", "hint"))

    @property
    def killed(self) -> Share:
        """Mutants caught, of those that are mistakes."""
        return self._share(
            lambda a: a.kind == MUTANT and not a.equivalent, lambda a: a.caught_by_all
        )

    @property
    def survivors(self) -> list[Audited]:
        """Mutants that are mistakes and passed."""
        return [
            a for a in self.answers if a.kind == MUTANT and not a.equivalent and not a.caught_by_all
        ]

    @property
    def equivalent(self) -> list[Audited]:
        """Mutants that a person has marked as no mistake."""
        return [a for a in self.answers if a.equivalent]

    @property
    def seconds(self) -> float:
        return sum(a.seconds for a in self.answers)

    def _share(self, of: Callable[[Audited], bool], which: Callable[[Audited], bool]) -> Share:
        chosen = [a for a in self.answers if of(a)]
        return Share(sum(map(which, chosen)), len(chosen))


@dataclass(frozen=True)
class LessonAudit:
    """What the audit has found of one lesson."""

    lesson: str
    exercises: tuple[ExerciseAudit, ...]
    cascades: tuple[Cascade, ...] = ()
    seconds: float = 0.0
    rooms: bool = field(default=True)
    seeded: tuple[Seeded, ...] = ()

    @property
    def killed(self) -> Share:
        """Mutants caught in the whole lesson, of those that are mistakes."""
        shares = [exercise.killed for exercise in self.exercises]
        return Share(sum(s.part for s in shares), sum(s.whole for s in shares))

    @property
    def disagreements(self) -> list[Audited]:
        """Answers that were judged otherwise in the rooms than in one process."""
        return [a for exercise in self.exercises for a in exercise.answers if a.differs]

    def shortfalls(self) -> list[str]:
        """What keeps the lesson below the bar, a line each; nothing if all is well."""
        found = []
        for exercise in self.exercises:
            for a in exercise.answers:
                if a.kind == RIGHT and not a.accepted_by_all:
                    found.append(f"{a.exercise}/{a.name}: right, but fails ({a.why})")
                elif a.kind == WRONG and not a.caught_by_all:
                    found.append(f"{a.exercise}/{a.name}: wrong, but passes ({a.why})")
                elif a.equivalent and not a.accepted_by_all:
                    found.append(f"{a.exercise}/{a.name}: marked as equivalent, but fails")
        if self.killed.fraction < KILLED:
            found.append(
                f"mutants: {self.killed} are killed, {KILLED:.0%} are wanted; see the survivors"
            )
        found += [
            f"{a.exercise}/{a.name}: judged otherwise in the rooms ({'; '.join(a.differs)})"
            for a in self.disagreements
        ]
        found += [answer.shortfall for answer in self.seeded if answer.shortfall]
        found += [_said(cascade) for cascade in self.cascades if not cascade.holds]
        return found

    def as_json(self) -> dict[str, Any]:
        """Everything, for machines: plain types only."""
        return {
            "lesson": self.lesson,
            "rooms": self.rooms,
            "seconds": round(self.seconds, 1),
            "shortfalls": self.shortfalls(),
            "exercises": [_exercise_json(exercise) for exercise in self.exercises],
            "seeded": [_seeded_json(answer) for answer in self.seeded],
            "cascades": [{**asdict(c), "holds": c.holds} for c in self.cascades],
        }


_SHARES = ("right", "wrong", "visibly", "named", "advised", "killed")


def _exercise_json(exercise: ExerciseAudit) -> dict[str, Any]:
    shares = {name: asdict(getattr(exercise, name)) for name in _SHARES}
    answers = [asdict(answer) for answer in exercise.answers]
    return {"exercise": exercise.exercise, **shares, "answers": answers}


def _seeded_json(answer: Seeded) -> dict[str, Any]:
    thresholds = [{**asdict(t), "deviations": t.deviations} for t in answer.thresholds]
    return {**asdict(answer), "thresholds": thresholds}


def _said(cascade: Cascade) -> str:
    start = f"{cascade.exercise} answered by {cascade.answer!r} and all else rightly: "
    if cascade.broken:
        return start + cascade.broken
    if cascade.others_failed:
        return start + f"{', '.join(cascade.others_failed)} failed as well"
    if not cascade.own_failed:
        return start + "nothing failed"
    return start + f"{', '.join(cascade.own_kept)} passed all the same"
