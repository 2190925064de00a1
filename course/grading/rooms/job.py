"""What each room is given to do, and what comes of it; runs nothing and looks into no process."""

from __future__ import annotations

import ast
import functools
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from nbformat import NotebookNode

from course.exercises import grade_id_of, is_answer, is_setup, is_test
from course.grading.rooms.outcomes import CellOutcome
from course.grading.rooms.parcels import Files, pack, proper_files, unpack
from course.grading.rooms.slicing import Names, names_in, needed

_TEXT = 20_000  # characters of a verdict
# A test of nobody's, behind all others: by it the examiner has the last cells run.
LAST = ""


@dataclass(frozen=True)
class Job:
    """One submission, split so that neither half holds what the other room must not know.

    Attributes
    ----------
    student, examiner : bytes
        The work of each room, as JSON: cells for the student's; for the examiner's, its own cells
        as "steps", and as "places" the label and the number of lines of each of the student's.
    tests : tuple of str
        The grade_id of every test cell, in order.
    files : tuple of (str, bytes)
        Names and contents of what was handed in beside the notebook, for the student's room.
    materials : tuple of (str, bytes)
        Those of what lies beside the instructor's notebook, for both rooms. Where both have the
        same name, the student's room gets the student's.
    """

    student: bytes
    examiner: bytes
    tests: tuple[str, ...]
    files: Files = ()
    materials: Files = ()

    def to_bytes(self) -> bytes:
        """The job as bytes without code in them, to be sent to another machine."""
        header = {
            "tests": self.tests,
            "files": [name for name, _ in self.files],
            "materials": [name for name, _ in self.materials],
        }
        contents = [content for _, content in (*self.files, *self.materials)]
        return pack(header, [self.student, self.examiner, *contents])

    @classmethod
    def from_bytes(cls, parcel: bytes) -> Job:
        """The job that `to_bytes` was asked of; ValueError if these are no job's bytes."""
        header, pieces = unpack(parcel)
        if set(header) != {"tests", "files", "materials"} or not all(
            map(_is_texts, header.values())
        ):
            raise ValueError("a job has other parts than it should")
        files, materials = header["files"], header["materials"]
        if len(pieces) != 2 + len(files) + len(materials):
            raise ValueError("a job has more or fewer files than names")
        student, examiner, *contents = pieces
        return cls(
            student,
            examiner,
            tuple(header["tests"]),
            tuple(zip(files, contents[: len(files)], strict=True)),
            tuple(zip(materials, contents[len(files) :], strict=True)),
        )


@dataclass(frozen=True)
class Verdict:
    """What one test cell said: passed, or the sentence for the student."""

    grade_id: str
    passed: bool
    message: str = ""


@dataclass(frozen=True)
class Examined:
    """What came of a job.

    Attributes
    ----------
    verdicts : tuple of Verdict
        One of every test cell, in the notebook's order.
    cells : tuple of CellOutcome
        What the cells that ran have printed and raised, in order. It is the student's room that
        says so: to be shown, never to be believed. A cell below a test may print what that test
        has handed to the student's code.
    """

    verdicts: tuple[Verdict, ...]
    cells: tuple[CellOutcome, ...]

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Examined:
        """What `to_bytes` was asked of; ValueError if these are no such bytes."""
        data = json.loads(content)
        if type(data) is not dict or set(data) != {"verdicts", "cells"}:
            raise ValueError("a result has other parts than it should")
        verdicts = [_built(Verdict, _VERDICT, part) for part in _listed(data["verdicts"])]
        cells = [_built(CellOutcome, _OUTCOME, part) for part in _listed(data["cells"])]
        return cls(tuple(verdicts), tuple(cells))


_VERDICT = {"grade_id": str, "passed": bool, "message": str}
_OUTCOME = {"index": int, "text": str, "error_name": str, "error_text": str, "cut": bool}


def make_job(
    submission: NotebookNode,
    source: NotebookNode,
    files: Iterable[tuple[str, bytes]] = (),
    materials: Iterable[tuple[str, bytes]] = (),
) -> Job:
    """Split a submission into the work of the two rooms.

    Parameters
    ----------
    submission : NotebookNode
        As `course.grading.submission.restore` gives it: the source's marked cells in its order,
        with the student's answers and own cells.
    source : NotebookNode
        The instructor's notebook, from which set-up and test cells are taken.
    files, materials : iterable of (str, bytes)
        As `Job` has them; notebooks, and names that are not relative, are left out.
    """
    tests = {grade_id_of(cell): cell for cell in source.cells if is_test(cell)}
    cells, after = _sliced(_students_cells(submission, tests), source)
    steps = _examiner_steps(source, after)
    steps.append({"kind": "test", "id": LAST, "source": "", "after": len(cells), "names": []})
    places = [[cell["label"], 1 + cell["source"].count("\n")] for cell in cells]
    return Job(
        student=json.dumps(cells).encode(),
        examiner=json.dumps({"places": places, "steps": steps}).encode(),
        tests=tuple(tests),
        files=proper_files(files),
        materials=proper_files(materials),
    )


def _students_cells(submission: NotebookNode, tests: dict[str, NotebookNode]) -> list[dict]:
    """The code cells in order, each with what sentences call it; of a test nothing but its name."""
    cells = []
    number = 0
    for index, cell in enumerate(submission.cells):
        if cell.cell_type != "code":
            continue
        grade_id = grade_id_of(cell)
        if grade_id in tests:
            cells.append({"test": grade_id})
            continue
        number += 1
        label = f"the cell {grade_id}" if grade_id else f"code cell {number}"
        cells.append({"index": index, "label": label, "source": cell.source})
    return cells


def _sliced(cells: list[dict], source: NotebookNode) -> tuple[list[dict], dict[str, int]]:
    """The cells that have to run, and how many of them stand above each test.

    What the lesson shows and the student has left as it was runs only where something needs it.
    """
    shown = {_text(cell.source) for cell in source.cells if _is_shown(cell)}
    work = [cell for cell in cells if "test" not in cell]
    sources = [cell["source"] for cell in work]
    flags = iter(needed(sources, [_text(code) in shown for code in sources]))
    kept, above = [], {}
    for cell in cells:
        if "test" in cell:
            above[cell["test"]] = len(kept)
        elif next(flags):
            kept.append(cell)
    return kept, above


def _is_shown(cell: NotebookNode) -> bool:
    """Whether a cell of the instructor's is there to be looked at: no set-up, answer or test."""
    is_graded = cell.metadata.get("nbgrader", {}).get("grade")
    return cell.cell_type == "code" and not (is_setup(cell) or is_answer(cell) or is_graded)


def _text(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def _examiner_steps(source: NotebookNode, after: dict[str, int]) -> list[dict]:
    """Set-up and test cells in the source's order; each test with how far the student has run."""
    names: set[str] = set()
    mentioned: set[str] = set()
    found = []
    cells = [cell for cell in source.cells if cell.cell_type == "code"]
    imported = set().union(*(names_in(cell.source).imports for cell in cells if _is_ours(cell)))
    for cell in cells:
        grade_id = grade_id_of(cell)
        if is_setup(cell):
            mentioned |= _mentioned(cell.source)
            found.append({"kind": "setup", "id": grade_id, "source": cell.source})
        elif is_test(cell):
            wanted = sorted(names & (mentioned | _mentioned(cell.source)))
            found.append(
                {
                    "kind": "test",
                    "id": grade_id,
                    "source": cell.source,
                    "after": after.get(grade_id, 0),
                    "names": wanted,
                }
            )
        elif is_answer(cell):
            names |= _answered(names_in(cell.source), imported)
    return found


def read_verdict(line: bytes, tests: tuple[str, ...]) -> Verdict:
    """A verdict from a line of JSON; ValueError if it is none of this job's."""
    verdict = _built(Verdict, _VERDICT, json.loads(line))
    if verdict.grade_id not in (*tests, LAST):
        raise ValueError("a verdict is about no test of this job")
    if len(verdict.message) > _TEXT:
        raise ValueError("a verdict's message is too long")
    return verdict


def verdict_line(grade_id: str, passed: bool, message: str = "") -> bytes:
    """A verdict as a line of JSON."""
    data = {"grade_id": grade_id, "passed": passed, "message": message[:_TEXT]}
    return json.dumps(data).encode() + b"\n"


def _is_ours(cell: NotebookNode) -> bool:
    """Whether the examiner's room runs a cell."""
    return is_setup(cell) or is_test(cell)


def _answered(answer: Names, imported: set[str]) -> set[str]:
    """The names that an answer binds, by whatever statement, in the instructor's own.

    A module that the examiner's cells import stays theirs.
    """
    return {
        name
        for name in answer.binds
        if name.isidentifier() and not (name in answer.imports and name in imported)
    }


@functools.lru_cache(1024)
def _mentioned(source: str) -> frozenset[str]:
    nodes = ast.walk(ast.parse(source))
    return frozenset(node.id for node in nodes if isinstance(node, ast.Name))


def _is_texts(value: Any) -> bool:
    return type(value) is list and all(type(part) is str for part in value)


def _listed(value: Any) -> list:
    if type(value) is not list:
        raise ValueError("a result has no lists")
    return value


def _built(kind: type, fields: dict[str, type], data: Any) -> Any:
    """A dataclass from JSON that has exactly these fields, of these types."""
    if type(data) is not dict or {name: type(value) for name, value in data.items()} != fields:
        raise ValueError(f"this is no {kind.__name__}")
    return kind(**data)
