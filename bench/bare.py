"""The bare cells as a contestant: a submission's cells and tests in one warm process each.

What no grader of the same machine can beat without running less: nothing is read from a gradebook,
restored, walled in, entered or written. Nobody should grade so. It is measured twice: with every
cell, which is what nbgrader runs, and with those alone that `course grade` finds to be needed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from bench.contestants import Grading, emptied, plain_environment
from bench.measure import CommandFailed, run
from bench.submissions import is_right
from course.grading.rooms import make_job
from course.grading.submission import read_submission, restore

# As in the rooms: one thread each, so that a process may fork and numbers come out the same.
_SINGLE_THREADED = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


class BareCells:
    """Runs cells one submission after another, each in a child of a process that has imported all.

    Parameters
    ----------
    folder : Path
        Where to work; what lies there is removed.
    source : Path
        The instructor's notebook.
    whole : bool
        True runs every cell and draws every figure, as "Run All" and nbgrader do; False runs those
        alone that `course grade` runs, and draws nothing.
    """

    def __init__(self, folder: Path, source: Path, whole: bool) -> None:
        self._folder, self._whole = emptied(folder), whole
        self._source = nbformat.read(source, as_version=4)

    def grade(self, notebooks: Mapping[str, bytes]) -> Grading:
        """Run them all; a test cell that comes to its end has its points.

        Raises
        ------
        CommandFailed
            If a test of a right submission fails: what ran was not the lesson, and its time
            would be wrong. Other cells may fail, as they do in a notebook: a lesson's own may rely
            on what its tests do not ask for.
        """
        cells = all_cells if self._whole else examined_cells
        order = {
            "figures": self._whole,
            "submissions": {
                student: cells(content, self._source) for student, content in notebooks.items()
            },
        }
        (self._folder / "order.json").write_text(json.dumps(order), "utf-8")
        root = Path(__file__).resolve().parent.parent
        command = [sys.executable, "-m", "bench.warm", str(self._folder)]
        environment = {**plain_environment(self._folder / "home"), **_SINGLE_THREADED}
        measured = run(command, root, self._folder / "log.txt", environment)
        done = json.loads((self._folder / "done.json").read_text("utf-8"))
        points = _points(self._source)
        for student, result in done.items():
            if is_right(student) and set(result["passed"]) != set(points):
                raise CommandFailed(f"{student}: {result['failed'][0]}")
        scores = {
            student: {name: points[name] * (name in result["passed"]) for name in points}
            for student, result in done.items()
        }
        finished = sorted(result["finished"] for result in done.values())
        return Grading(measured, tuple(finished), scores, {})


def all_cells(content: bytes, source: NotebookNode) -> list[dict[str, str]]:
    """Every code cell of the restored notebook in order: its source, and its test's name or ""."""
    points = _points(source)
    restored = restore(read_submission(content), source).notebook
    cells = [cell for cell in restored.cells if cell.cell_type == "code"]
    names = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in cells]
    return [
        {"test": name if name in points else "", "source": cell.source}
        for name, cell in zip(names, cells, strict=True)
    ]


def examined_cells(content: bytes, source: NotebookNode) -> list[dict[str, str]]:
    """The cells that `course grade` runs in its two rooms, as one notebook would have them."""
    restored = restore(read_submission(content), source).notebook
    job = make_job(restored, source)
    students = [cell["source"] for cell in json.loads(job.student)]
    cells, ran = [], 0
    for step in json.loads(job.examiner)["steps"]:
        if step["id"] not in job.tests:  # set-up cells are among the student's, too
            continue
        cells += [{"test": "", "source": text} for text in students[ran : step["after"]]]
        ran = max(ran, step["after"])
        cells.append({"test": step["id"], "source": step["source"]})
    return cells + [{"test": "", "source": text} for text in students[ran:]]


def _points(source: NotebookNode) -> dict[str, float]:
    marks = [cell.metadata.get("nbgrader", {}) for cell in source.cells if cell.cell_type == "code"]
    return {m["grade_id"]: float(m["points"]) for m in marks if m.get("grade") and "points" in m}
