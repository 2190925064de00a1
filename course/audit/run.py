"""Audits a lesson: judges right answers, wrong ones and mutants by its tests, in both ways.

Brings the parts together; what they find is in `results`, how it is shown in `page`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.audit.alone import Alone, judge_alone
from course.audit.bank import Bank, bank_of
from course.audit.cascade import cascade_jobs, read_cascade
from course.audit.equivalent import load_equivalents
from course.audit.in_rooms import examine_all, job_of_variant
from course.audit.mutants import mutants_of
from course.audit.results import (
    MUTANT,
    RIGHT,
    WRONG,
    Audited,
    Cascade,
    ExerciseAudit,
    LessonAudit,
)
from course.audit.seeds import Seeded, judge_by_seeds
from course.audit.variants import Variant, load_variants
from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of, grade_id_of, is_answer, is_test
from course.grading.examination import further_files
from course.grading.rooms import Examined, Files
from course.grading.settings import Grading

_SECONDS = 20.0  # of the processor, for an answer's tests; a mutant may well loop for ever

REFERENCE = "reference"

Report = Callable[[str, int, int], None]  # the stage, how many are done, of how many


@dataclass(frozen=True)
class _Answer:
    variant: Variant
    kind: str
    equivalent: str = ""


def audit_lesson(
    course: OpenCourse,
    lesson: str,
    exercise: str | None = None,
    *,
    fast: bool = False,
    seeds: int = 0,
    seconds: float = _SECONDS,
    report: Report = lambda stage, done, total: None,
) -> LessonAudit:
    """Judge every variant and every mutant of a lesson.

    Parameters
    ----------
    course : OpenCourse
    lesson : str
    exercise : str, optional
        Only this one.
    fast : bool
        In one process only, as students test: the two rooms, and whether a mistake costs others'
        points, are left out.
    seeds : int
        Under how many seeds right answers are judged, in one process; 0 or at least 2.
    seconds : float
        The limit for one answer in a process of its own (of the processor), and for one cell in
        the rooms (by the clock).
    report : callable
        Told of progress.

    Raises
    ------
    CourseError
        If there is no such exercise, a variant belongs to none, a file of variants or of
        equivalent mutants is not as it should be, or no jail can be built for the rooms.
    """
    begun = time.monotonic()
    read = _read_lesson(course, lesson)
    chosen = _chosen(list(read.banks), exercise)
    answers = [answer for answer in read.answers if answer.variant.exercise in chosen]

    alone = _in_one_process(course, read.path, answers, seconds, report)
    audited = _audited(answers, alone, read.banks)
    cascades: list[Cascade] = []
    if not fast:
        limited = course.with_options(
            "Grading", cell_seconds=seconds, submission_seconds=10 * seconds
        )
        materials = further_files(read.path.parent, course.coursedir().ignore)
        in_rooms = _in_rooms(limited, read.notebook, answers, materials, report)
        audited = [_compared(a, alone[n], in_rooms[n]) for n, a in enumerate(audited)]
        variants = [answer.variant for answer in answers if answer.kind != MUTANT]
        cascades = _cascades(course, read.notebook, chosen, variants, materials, report)
    seeded = _by_seeds(course, read.path, answers, seeds, seconds, report) if seeds else ()
    took = time.monotonic() - begun
    by_exercise = _by_exercise(chosen, audited)
    return LessonAudit(lesson, by_exercise, tuple(cascades), took, not fast, seeded)


def audit_sample(course: OpenCourse, lesson: str, share: float) -> LessonAudit:
    """Judge a lesson's references and a share of its mutants, as students test: for a quick check.

    Parameters
    ----------
    course : OpenCourse
    lesson : str
    share : float
        Between 0 and 1. A mutant is in the sample by its name alone, so that it is the same one on
        every machine and stays when others come and go.
    """
    begun = time.monotonic()
    read = _read_lesson(course, lesson)
    answers = [
        answer
        for answer in read.answers
        if answer.variant.name == REFERENCE or (answer.kind == MUTANT and _is_in(answer, share))
    ]
    alone = _in_one_process(course, read.path, answers, _SECONDS, lambda *_: None)
    by_exercise = _by_exercise(list(read.banks), _audited(answers, alone, read.banks))
    return LessonAudit(lesson, by_exercise, (), time.monotonic() - begun, False)


def _is_in(answer: _Answer, share: float) -> bool:
    name = f"{answer.variant.exercise}/{answer.variant.name}"
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) < share * 2**32


@dataclass(frozen=True)
class _Lesson:
    """A lesson and all answers to it; its exercises are those of the banks, in this order."""

    path: Path
    notebook: NotebookNode
    answers: list[_Answer]
    banks: dict[str, Bank]


def _read_lesson(course: OpenCourse, lesson: str) -> _Lesson:
    path = course.workspace.source(lesson)
    if not path.exists():
        raise CourseError(f"{path} is not there: run `course build {lesson}`")
    notebook = nbformat.read(path, as_version=4)
    tests = _test_cells(notebook)
    references = {n: code for n, code in _answer_cells(notebook).items() if n in tests}
    answers = _answers(course.workspace.root / "tests" / "variants" / lesson, references)
    return _Lesson(path, notebook, answers, {name: bank_of(tests[name]) for name in references})


def _answer_cells(notebook: NotebookNode) -> dict[str, str]:
    """Exercise → the source of its reference solution."""
    return {
        grade_id_of(cell): cell.source
        for cell in notebook.cells
        if cell.cell_type == "code" and is_answer(cell)
    }


def _test_cells(notebook: NotebookNode) -> dict[str, list[str]]:
    """Exercise → the sources of its test cells."""
    found: dict[str, list[str]] = {}
    for cell in notebook.cells:
        if is_test(cell):
            found.setdefault(exercise_of(grade_id_of(cell)), []).append(cell.source)
    return found


def _chosen(names: list[str], exercise: str | None) -> list[str]:
    if exercise is None:
        return names
    if exercise not in names:
        raise CourseError(f"no exercise is called {exercise!r}; there are: {', '.join(names)}")
    return [exercise]


def _answers(folder: Path, references: dict[str, str]) -> list[_Answer]:
    """The references, the variants and the mutants, in this order."""
    found = [
        _Answer(Variant(name, REFERENCE, "pass", "the lesson's own solution", code), RIGHT)
        for name, code in references.items()
    ]
    for variant in load_variants(folder):
        if variant.exercise not in references:
            raise CourseError(f"{folder / variant.exercise}: the lesson has no such exercise")
        found.append(_Answer(variant, RIGHT if variant.expect == "pass" else WRONG))
    mutants = {name: mutants_of(code) for name, code in references.items()}
    names = {exercise: [mutant.name for mutant in made] for exercise, made in mutants.items()}
    equivalent = load_equivalents(folder, names)
    for exercise, made in mutants.items():
        for mutant in made:
            variant = Variant(exercise, mutant.name, "fail", mutant.change, mutant.code)
            found.append(
                _Answer(variant, MUTANT, equivalent.get(exercise, {}).get(mutant.name, ""))
            )
    return found


def _in_one_process(
    course: OpenCourse, path: Path, answers: list[_Answer], seconds: float, report: Report
) -> dict[int, Alone]:
    variants = [answer.variant for answer in answers]
    workers = Grading(course.config).local_workers
    found: dict[int, Alone] = {}
    report("in one process", 0, len(answers))
    for position, alone in judge_alone(path, variants, seconds=seconds, workers=workers):
        found[position] = alone
        report("in one process", len(found), len(answers))
    return found


def _by_seeds(
    course: OpenCourse,
    path: Path,
    answers: list[_Answer],
    seeds: int,
    seconds: float,
    report: Report,
) -> tuple[Seeded, ...]:
    return judge_by_seeds(
        path,
        [answer.variant for answer in answers if answer.kind == RIGHT],
        seeds,
        seconds=seconds,
        workers=Grading(course.config).local_workers,
        report=lambda done, total: report("under seeds", done, total),
    )


def _in_rooms(
    course: OpenCourse,
    notebook: NotebookNode,
    answers: list[_Answer],
    materials: Files,
    report: Report,
) -> dict[int, Examined | CourseError]:
    jobs = (
        (position, job_of_variant(notebook, answer.variant, materials))
        for position, answer in enumerate(answers)
    )
    found: dict[int, Examined | CourseError] = {}
    report("in two rooms", 0, len(answers))
    for position, outcome in examine_all(course, jobs):
        found[position] = outcome
        report("in two rooms", len(found), len(answers))
    return found


def _cascades(
    course: OpenCourse,
    notebook: NotebookNode,
    exercises: list[str],
    variants: Iterable[Variant],
    materials: Files,
    report: Report,
) -> list[Cascade]:
    jobs = list(cascade_jobs(course, notebook, exercises, list(variants), materials))
    found: dict[tuple[str, str], Cascade] = {}
    report("one mistake alone", 0, len(jobs))
    for tag, outcome in examine_all(course, jobs):
        found[tag] = read_cascade(*tag, outcome)
        report("one mistake alone", len(found), len(jobs))
    return [found[tag] for tag, _ in jobs]


def _audited(
    answers: list[_Answer], alone: dict[int, Alone], banks: dict[str, Bank]
) -> list[Audited]:
    return [
        _audited_alone(answer, alone[position], banks[answer.variant.exercise])
        for position, answer in enumerate(answers)
    ]


def _by_exercise(names: list[str], audited: list[Audited]) -> tuple[ExerciseAudit, ...]:
    return tuple(
        ExerciseAudit(name, tuple(a for a in audited if a.exercise == name)) for name in names
    )


def _audited_alone(answer: _Answer, alone: Alone, bank: Bank) -> Audited:
    variant = answer.variant
    failed = [name for name, message in alone.messages.items() if message is not None]
    visibly = any(name not in alone.hidden for name in failed)
    return Audited(
        variant.exercise,
        variant.name,
        answer.kind,
        variant.why,
        accepted=alone.passed,
        caught_by="" if alone.passed else "visible" if visibly else "hidden",
        told="" if alone.passed else bank.told(alone.messages.values()),
        equivalent=answer.equivalent,
        seconds=alone.seconds,
    )


def _compared(audited: Audited, alone: Alone, outcome: Examined | CourseError) -> Audited:
    """With what the rooms said: an answer that they could not judge is neither right nor wrong."""
    if isinstance(outcome, CourseError):
        return replace(audited, differs=(str(outcome),))
    passed = {verdict.grade_id: verdict.passed for verdict in outcome.verdicts}
    if "" in alone.messages:  # it ended its process, so only the whole can be compared
        differs = () if not all(passed.values()) else ("all its tests",)
    else:
        differs = tuple(
            name for name, message in alone.messages.items() if passed[name] != (message is None)
        )
    return replace(audited, in_rooms=all(passed.values()), differs=differs)
