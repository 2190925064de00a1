"""What each room is given to do, and what comes of it; runs nothing and looks into no process."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass

from nbformat import NotebookNode

_TEXT = 20_000  # characters of a verdict


@dataclass(frozen=True)
class Job:
    """One submission, split so that neither half holds what the other room must not know.

    Attributes
    ----------
    student, examiner : bytes
        The cells of each room, as JSON.
    tests : tuple of str
        The grade_id of every test cell, in order.
    """

    student: bytes
    examiner: bytes
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What one test cell said: passed, or the sentence for the student."""

    grade_id: str
    passed: bool
    message: str = ""


def make_job(submission: NotebookNode, source: NotebookNode) -> Job:
    """Split a submission into the work of the two rooms.

    Parameters
    ----------
    submission : NotebookNode
        As `course.grading.submission.restore` gives it: the source's marked cells in its order,
        with the student's answers and own cells.
    source : NotebookNode
        The instructor's notebook, from which set-up and test cells are taken.
    """
    tests = {_grade_id(cell): cell for cell in source.cells if _is_test(cell)}
    cells, steps = [], []
    for cell in submission.cells:
        if cell.cell_type != "code":
            continue
        grade_id = _grade_id(cell)
        if grade_id in tests:
            steps.append({"test": grade_id, "after": len(cells)})
        else:
            label = f"the cell {grade_id}" if grade_id else f"code cell {len(cells) + 1}"
            cells.append({"label": label, "source": cell.source})
            steps.append({"own": grade_id})
    return Job(
        student=json.dumps(cells).encode(),
        examiner=json.dumps(_examiner_steps(source, steps)).encode(),
        tests=tuple(tests),
    )


def _examiner_steps(source: NotebookNode, steps: list[dict]) -> list[dict]:
    """Set-up and test cells in the source's order; each test with how far the student has run."""
    after = {step["test"]: step["after"] for step in steps if "test" in step}
    names: set[str] = set()
    mentioned: set[str] = set()
    found = []
    for cell in (cell for cell in source.cells if cell.cell_type == "code"):
        grade_id = _grade_id(cell)
        if "setup" in cell.metadata.get("tags", []):
            mentioned |= _mentioned(cell.source)
            found.append({"kind": "setup", "id": grade_id, "source": cell.source})
        elif _is_test(cell):
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
        elif cell.metadata.get("nbgrader", {}).get("solution"):
            names |= _defined(cell.source)
    return found


def read_verdict(line: bytes, tests: tuple[str, ...]) -> Verdict:
    """A verdict from a line of JSON; ValueError if it is none of this job's."""
    data = json.loads(line)
    if type(data) is not dict or set(data) != {"grade_id", "passed", "message"}:
        raise ValueError("a verdict has other parts than it should")
    verdict = Verdict(**data)
    if verdict.grade_id not in tests or type(verdict.passed) is not bool:
        raise ValueError("a verdict is about no test of this job")
    if type(verdict.message) is not str or len(verdict.message) > _TEXT:
        raise ValueError("a verdict's message is no text of bounded length")
    return verdict


def verdict_line(grade_id: str, passed: bool, message: str = "") -> bytes:
    """A verdict as a line of JSON."""
    data = {"grade_id": grade_id, "passed": passed, "message": message[:_TEXT]}
    return json.dumps(data).encode() + b"\n"


def _grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def _is_test(cell: NotebookNode) -> bool:
    mark = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and mark.get("grade") and not mark.get("solution"))


def _defined(source: str) -> set[str]:
    """The names that a cell of the instructor's defines at its top level."""
    names = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            inner = (part for target in targets for part in ast.walk(target))
            names |= {part.id for part in inner if isinstance(part, ast.Name)}
    return names


def _mentioned(source: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
