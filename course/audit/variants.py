"""Judges right and wrong answers to an exercise by the lesson's own tests, in this process.

A variant is a small file ``tests/variants/NN-name/<exercise>/<variant>.py`` that replaces the
student's answer cell. It opens with two comments::

    # expect: fail
    # why: sums over the first axis instead of the last

This is the student's own way of testing, without a jail: only for variants from this repository.
"""

from __future__ import annotations

import ast
import contextlib
import io
import itertools
import linecache
import random
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from nbformat import NotebookNode

from course.audit.thresholds import Comparison, Recorder
from course.errors import CourseError
from course.exercises import exercise_of, is_setup

_BEGIN_HIDDEN, _END_HIDDEN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


@dataclass(frozen=True)
class Variant:
    """One answer to one exercise, and whether the tests should accept it.

    With a seed, it is judged under that one: it is set behind the lesson's set-up cells.
    """

    exercise: str
    name: str
    expect: str
    why: str
    code: str
    seed: int | None = None


@dataclass(frozen=True)
class Judgement:
    """What each test cell of the exercise said: None for passed, else the message.

    Attributes
    ----------
    hidden : frozenset of str
        The test cells whose visible part passed and whose hidden part failed.
    comparisons : tuple of Comparison
        What the test cells compared with a bound, if the answer has a seed.
    """

    variant: Variant
    messages: dict[str, str | None]
    hidden: frozenset[str] = frozenset()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def passed(self) -> bool:
        return all(message is None for message in self.messages.values())

    @property
    def as_expected(self) -> bool:
        return self.passed == (self.variant.expect == "pass")


def load_variants(folder: Path) -> list[Variant]:
    """All variants under ``folder`` (one lesson's), sorted by exercise and name.

    Raises
    ------
    CourseError
        If a file does not begin with its ``# expect:`` and ``# why:`` lines.
    """
    return [_read(path) for path in sorted(folder.glob("*/*.py"))]


class Judge:
    """Runs a lesson's set-up cells once, then tests any number of answers against it."""

    def __init__(self, notebook: NotebookNode):
        self._tests: dict[str, list[tuple[str, str]]] = {}
        self._setup: dict = {"__name__": "__main__"}
        self._solutions: dict[str, str] = {}
        for cell in notebook.cells:
            if cell.cell_type != "code":
                continue
            mark = cell.metadata.get("nbgrader", {})
            if is_setup(cell):
                exec(compile(cell.source, mark.get("grade_id", "setup"), "exec"), self._setup)
            elif mark.get("solution"):
                self._solutions[mark["grade_id"]] = cell.source
            elif mark.get("grade"):
                tests = self._tests.setdefault(exercise_of(mark["grade_id"]), [])
                tests.append((mark["grade_id"], cell.source))

    @property
    def exercises(self) -> list[str]:
        """Every exercise that has an answer cell."""
        return list(self._solutions)

    def _above(self, exercise: str) -> dict:
        """A namespace as a cell finds it: set up, with the solutions of the exercises before it."""
        names = dict(self._setup)
        for above in itertools.takewhile(lambda other: other != exercise, self._solutions):
            _run(self._solutions[above], above, names)
        return names

    def reference(self, exercise: str) -> Variant:
        """The lesson's own solution, as a variant that must pass."""
        return Variant(exercise, "reference", "pass", "the solution", self._solutions[exercise])

    def judge(self, variant: Variant) -> Judgement:
        """Run the answer, then each of its exercise's test cells, in a namespace of its own.

        It may use what students have written by then: the solutions of the exercises above it.
        """
        if variant.exercise not in self._tests:
            raise CourseError(f"no test cell belongs to the exercise {variant.exercise!r}")
        names = self._above(variant.exercise)
        recorder = None
        if variant.seed is not None:
            _seed_everything(variant.seed)
            recorder = Recorder()
        _run(variant.code, f"{variant.exercise}/{variant.name}", names)  # a crash shows in tests
        messages, hidden = {}, set()
        for grade_id, source in self._tests[variant.exercise]:
            messages[grade_id] = None
            for is_hidden, part in visible_and_hidden(source):
                cell = part if recorder is None else recorder.prepare(part, grade_id, names)
                messages[grade_id] = _run(cell, grade_id, names)
                if messages[grade_id] is not None:
                    hidden |= {grade_id} if is_hidden else set()
                    break
        compared = tuple(recorder.found) if recorder else ()
        return Judgement(variant, messages, frozenset(hidden), compared)


def visible_and_hidden(source: str) -> list[tuple[bool, str]]:
    """A test cell's parts in order, to be run one after the other, each with whether it is hidden.

    They are split at the lines ``### BEGIN HIDDEN TESTS`` and ``### END HIDDEN TESTS``, which
    therefore have to stand between whole statements.
    """
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    for line in source.splitlines():
        if line.strip() in (_BEGIN_HIDDEN, _END_HIDDEN):
            parts.append((line.strip() == _BEGIN_HIDDEN, []))
        else:
            parts[-1][1].append(line)
    joined = [(is_hidden, "\n".join(lines)) for is_hidden, lines in parts]
    return [(is_hidden, text) for is_hidden, text in joined if text.strip()]


def _seed_everything(seed: int) -> None:
    """The global random states of Python and NumPy, and of Keras where a lesson has imported it."""
    if keras := sys.modules.get("keras"):
        keras.utils.set_random_seed(seed)  # Python's and NumPy's included
    else:
        random.seed(seed)
        np.random.seed(seed)


def _run(source: str | ast.Module, name: str, names: dict) -> str | None:
    """None if the cell ran to its end, else the error in words."""
    if isinstance(source, str):
        # As a kernel keeps it: TensorFlow's AutoGraph reads the source of what it compiles.
        lines = source.splitlines(keepends=True)
        linecache.cache[name] = (len(source), None, lines, name)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            exec(compile(source, name, "exec"), names)
    except Exception as error:  # any failure of an answer is a verdict here
        return f"{type(error).__name__}: {error}"
    return None


def _read(path: Path) -> Variant:
    first, second, *code = [*path.read_text("utf-8").splitlines(), "", ""]
    expect, why = (line.partition(":")[2].strip() for line in (first, second))
    marked = first.startswith("# expect:") and second.startswith("# why:")
    if not marked or expect not in ("pass", "fail") or not why:
        raise CourseError(f"{path}: must begin with '# expect: pass|fail' and '# why: …'")
    return Variant(path.parent.name, path.stem, expect, why, "\n".join(code).strip() + "\n")
