"""Makes a class to be graded: right, wrong and mixed answers, the same for the same seed.

Runs nothing; the answers are the lesson's own and those of ``tests/variants``.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterable

from nbformat import NotebookNode

from course.audit.variants import Variant

KINDS = ("right", "mixed", "wrong")
_SOLUTION_MARK = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)


def make_class(
    release: NotebookNode,
    source: NotebookNode,
    variants: Iterable[Variant],
    size: int,
    seed: int = 0,
) -> dict[str, NotebookNode]:
    """Student → the notebook that is handed in.

    Parameters
    ----------
    release : NotebookNode
        The students' notebook, as nbgrader makes it.
    source : NotebookNode
        The instructor's, from which the solutions are taken.
    variants : iterable of Variant
        Other answers to its exercises, of which some must pass and some must fail.
    size : int
        How many students; every third is right throughout, mixed or wrong throughout, in turn.
    seed : int
        Two classes of one seed begin with the same students.

    Returns
    -------
    dict of str to NotebookNode
        Names sort in the order in which the students were made, and end with their kind's.
    """
    solutions = _solutions(source)
    by_exercise: dict[str, dict[str, list[str]]] = {}
    for variant in variants:
        answers = by_exercise.setdefault(variant.exercise, {"pass": [], "fail": []})
        answers[variant.expect].append(variant.code)
    students = {}
    for number in range(size):
        kind = KINDS[number % len(KINDS)]
        chance = random.Random(f"{seed} {number}")
        answers = {
            exercise: _answer(kind, solution, by_exercise.get(exercise, {}), chance)
            for exercise, solution in solutions.items()
        }
        students[f"s{number:04}-{kind}"] = _filled(release, answers)
    return students


def is_right(student: str) -> bool:
    """Whether `make_class` gave this student right answers throughout."""
    return student.endswith(KINDS[0])


def _solutions(source: NotebookNode) -> dict[str, str]:
    """Exercise → the lesson's own solution, as a student would have written it."""
    return {
        cell.metadata.nbgrader.grade_id: _SOLUTION_MARK.sub("", cell.source)
        for cell in source.cells
        if _is_answer(cell)
    }


def _answer(
    kind: str, solution: str, variants: dict[str, list[str]], chance: random.Random
) -> str | None:
    """One answer; None leaves the cell as it was released."""
    right = [solution, *variants.get("pass", [])]
    wrong = [*variants.get("fail", []), None]
    if kind == "mixed":
        return chance.choice(right if chance.random() < 0.5 else wrong)
    return chance.choice(right if kind == "right" else wrong)


def _filled(release: NotebookNode, answers: dict[str, str | None]) -> NotebookNode:
    notebook = copy.deepcopy(release)
    for cell in notebook.cells:
        if _is_answer(cell):
            answer = answers.get(cell.metadata.nbgrader.grade_id)
            cell.source = cell.source if answer is None else answer
    return notebook


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))
