"""A small class at work in a folder of its own: what `course demo` releases, grades and reports.

The demo class answers lesson 02 from the repository's own right answers, and goes wrong in the
ways that classes do. Its course lies in ``demo/`` and leaves the instructor's own course alone.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from course.audit.variants import load_variants
from course.errors import CourseError
from course.exercises import is_answer
from course.workspace import CONFIG_FILE, Workspace

LESSON = "02-neurons"
_SOLUTION_MARK = re.compile(r"^[ \t]*### (?:BEGIN|END) SOLUTION[ \t]*\n?", re.MULTILINE)

_CONFIG = '''"""The demo's own course: the main configuration, in this folder, with short limits."""

from pathlib import Path

c = get_config()  # noqa: F821 - traitlets provides it
load_subconfig("../nbgrader_config.py")  # noqa: F821
c.CourseDirectory.root = str(Path(__file__).parent.resolve())
c.Grading.cell_seconds = 5
c.Grading.submission_seconds = 30
'''


@dataclass(frozen=True)
class DemoStudent:
    """A member of the demo class: how the notebook file is made, in words and in code."""

    name: str
    handed_in: str
    make: Callable[[DemoMaterial], bytes]


@dataclass(frozen=True)
class DemoMaterial:
    """What demo submissions are made from: the lesson's notebooks, and others' answers to it."""

    source: NotebookNode
    release: NotebookNode
    others: dict[str, str]  # exercise → a right answer by another method
    mistakes: dict[str, str]  # exercise → a wrong answer as people write it

    @property
    def solutions(self) -> dict[str, str]:
        """Exercise → the lesson's own solution, as a student would have written it."""
        return {
            cell.metadata.nbgrader.grade_id: _SOLUTION_MARK.sub("", cell.source)
            for cell in self.source.cells
            if is_answer(cell)
        }

    def filled(self, answers: dict[str, str]) -> NotebookNode:
        """The student's notebook with these answers in it."""
        notebook = copy.deepcopy(self.release)
        for cell in notebook.cells:
            if is_answer(cell):
                cell.source = answers.get(cell.metadata.nbgrader.grade_id, cell.source)
        return notebook


def demo_workspace(workspace: Workspace) -> Workspace:
    """Make the folder ``demo/`` with its own configuration and source, without any submission."""
    demo = Workspace(workspace.root / "demo")
    if not workspace.source(LESSON).exists():
        raise CourseError(f"{workspace.source(LESSON)} does not exist: run `course build {LESSON}`")
    for step in ("submitted", "autograded", "feedback", "release", "source", "reports"):
        shutil.rmtree(demo.root / step, ignore_errors=True)
    (demo.root / "gradebook.db").unlink(missing_ok=True)
    demo.source(LESSON).parent.mkdir(parents=True)
    shutil.copy(workspace.source(LESSON), demo.source(LESSON))
    (demo.root / CONFIG_FILE).write_text(_CONFIG, "utf-8")
    return demo


def hand_in(workspace: Workspace, demo: Workspace) -> list[DemoStudent]:
    """Put every demo student's file into ``demo/submitted``; the lesson must be released there."""
    material = DemoMaterial(
        nbformat.read(demo.source(LESSON), as_version=4),
        nbformat.read(demo.release(LESSON), as_version=4),
        _answers(workspace, "pass"),
        _answers(workspace, "fail"),
    )
    for student in CLASS:
        folder = demo.root / "submitted" / student.name / LESSON
        folder.mkdir(parents=True)
        (folder / f"{LESSON}.ipynb").write_bytes(student.make(material))
        (folder / "timestamp.txt").write_text("2026-01-15 12:00:00 UTC", "utf-8")
    return list(CLASS)


def _answers(workspace: Workspace, expect: str) -> dict[str, str]:
    """Exercise → the first variant that should pass or fail, cheats left out."""
    answers: dict[str, str] = {}
    for variant in load_variants(workspace.root / "tests" / "variants" / LESSON):
        if variant.expect == expect and not variant.name.startswith(("hard_coded", "memorised")):
            answers.setdefault(variant.exercise, variant.code)
    return answers


def _perfect(material: DemoMaterial) -> bytes:
    return _dump(material.filled(material.solutions))


def _by_other_methods(material: DemoMaterial) -> bytes:
    return _dump(material.filled({**material.solutions, **material.others}))


def _half(material: DemoMaterial) -> bytes:
    names = list(material.solutions)
    right = {name: material.solutions[name] for name in names[: len(names) // 2]}
    return _dump(material.filled({**material.mistakes, **right}))


def _untouched(material: DemoMaterial) -> bytes:
    return _dump(material.release)


def _one_cell_crashes(material: DemoMaterial) -> bytes:
    answers = material.solutions
    name = list(answers)[1]
    return _dump(material.filled({**answers, name: f"{name} = 1 / 0  # no idea yet"}))


def _never_stops(material: DemoMaterial) -> bytes:
    answers = material.solutions
    name = list(answers)[2]
    endless = f"while True:  # until it works\n    {name} = None"
    return _dump(material.filled({**answers, name: endless}))


def _damaged(material: DemoMaterial) -> bytes:
    whole = _perfect(material)
    return whole[: len(whole) * 2 // 3]


def _duplicated(material: DemoMaterial) -> bytes:
    notebook = material.filled(material.solutions)
    first = next(number for number, cell in enumerate(notebook.cells) if is_answer(cell))
    notebook.cells.insert(first, copy.deepcopy(notebook.cells[first]))
    return _dump(notebook)


CLASS = (
    DemoStudent("ada", "perfect", _perfect),
    DemoStudent("alan", "perfect, by other methods", _by_other_methods),
    DemoStudent("barbara", "half right, half common mistakes", _half),
    DemoStudent("donald", "untouched", _untouched),
    DemoStudent("edsger", "one cell crashes", _one_cell_crashes),
    DemoStudent("grace", "one cell never stops", _never_stops),
    DemoStudent("john", "a damaged file", _damaged),
    DemoStudent("kathleen", "perfect, one cell doubled", _duplicated),
)


def _dump(notebook: NotebookNode) -> bytes:
    return json.dumps(notebook, indent=1, sort_keys=True).encode()
