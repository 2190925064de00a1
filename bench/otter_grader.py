"""otter-grader as a contestant: the same notebooks and tests in its format, in its local mode.

The translation is mechanical. Every test cell of the instructor's becomes a test file that runs
that cell's code in the student's namespace; every test cell of a submission becomes a call of that
test, as ``otter assign`` writes it.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from bench.contestants import Grading, Scores, emptied, plain_environment
from bench.measure import Measured, run

VERSION = "7.0.0"


class CannotInstall(Exception):
    """otter-grader cannot be had here; the text says why."""


class OtterGrader:
    """``otter run`` on one submission after another.

    Parameters
    ----------
    folder : Path
        Where to work; what lies there is removed.
    environment : Path
        Its virtual environment, which is made if it is missing: otter-grader of a fixed version,
        with everything else, TensorFlow above all, from the environment of this process.
    source : Path
        The instructor's notebook.

    Raises
    ------
    CannotInstall
        If pip cannot install it here.
    """

    def __init__(self, folder: Path, environment: Path, source: Path) -> None:
        self._folder, self._python = emptied(folder), _installed(environment)
        self._lesson, self._tests = source.stem, folder / "tests"
        self._tests.mkdir()
        for name, text in test_files(nbformat.read(source, as_version=4)).items():
            (self._tests / f"{name}.py").write_text(text, "utf-8")
        self._run("generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")

    def grade(self, notebooks: Mapping[str, bytes]) -> Grading:
        """Grade them all by one command, a loop of ``otter run``."""
        for student, content in notebooks.items():
            path = self._folder / "submitted" / student / f"{self._lesson}.ipynb"
            path.parent.mkdir(parents=True)
            translated = translate(nbformat.reads(content.decode(), as_version=4))
            nbformat.write(translated, path)
        measured = self._measured(["sh", "-c", _LOOP, str(self._python)])
        results = sorted(self._folder.glob("submitted/*/results.json"))
        scores = {path.parent.name: otter_scores(path.read_text("utf-8")) for path in results}
        finished = sorted(path.stat().st_mtime for path in results)
        return Grading(measured, tuple(finished), _named(scores, self._tests), {})

    def _run(self, *arguments: str) -> Measured:
        return self._measured([str(self._python), "-m", "otter", *arguments])

    def _measured(self, command: list[str]) -> Measured:
        environment = plain_environment(self._folder / "home")
        environment["PATH"] = f"{self._python.parent}:{environment['PATH']}"
        log = self._folder / "log.txt"
        # A submission that it cannot grade has no results; the scores will tell.
        return run(command, self._folder, log, environment, accept=True)


_LOOP = """\
for folder in submitted/*/; do
    "$0" -m otter run -a autograder.zip -o "$folder" "$folder"*.ipynb
done
"""


def test_files(source: NotebookNode) -> dict[str, str]:
    """Name → text of a test file in otter's exception-based format, one of every test cell."""
    return {
        cell.metadata.nbgrader.grade_id: _TEST_FILE.format(
            name=cell.metadata.nbgrader.grade_id,
            points=cell.metadata.nbgrader.points,
            code=cell.source,
        )
        for cell in _tests_of(source)
    }


_TEST_FILE = """\
from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = {points!r}


@test_case(points={points!r}, hidden=False)
def test_cell(env):
    exec(compile({code!r}, name, "exec"), env)
"""


def translate(notebook: NotebookNode) -> NotebookNode:
    """A submission for otter: the same cells, and in each test cell's place a call of its test."""
    translated = copy.deepcopy(notebook)
    for cell in _tests_of(translated):
        cell.source = f"grader.check({cell.metadata.nbgrader.grade_id!r})"
        cell.outputs = []
    begin = nbformat.v4.new_code_cell("import otter\n\ngrader = otter.Notebook()")
    translated.cells.insert(0, begin)
    return translated


def otter_scores(results: str) -> dict[str, float]:
    """Test → points, from the text of otter's ``results.json``."""
    tests = json.loads(results).get("tests", [])
    return {test["name"]: float(test["score"]) for test in tests if "score" in test}


def _tests_of(notebook: NotebookNode) -> Iterable[NotebookNode]:
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and mark.get("grade") and not mark.get("solution"):
            yield cell


def _named(scores: Scores, tests: Path) -> Scores:
    """The scores without otter's entries that are no test's."""
    names = {path.stem for path in tests.glob("*.py")}
    return {
        student: {name: points for name, points in found.items() if name in names}
        for student, found in scores.items()
    }


def _installed(environment: Path) -> Path:
    """The environment's Python, after installing what is missing."""
    python = environment / "bin" / "python"
    check = [str(python), "-c", _CHECK]
    if python.exists() and subprocess.run(check, capture_output=True, check=False).returncode == 0:
        return python
    here = sysconfig.get_path("purelib")
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(environment)],
        [str(python), "-c", _LINK.format(line=f"import site; site.addsitedir({here!r})\n")],
        [*install, f"otter-grader=={VERSION}"],
        check,
    )
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = (done.stderr or done.stdout).strip().splitlines()
            raise CannotInstall(lines[-1] if lines else f"{step[0]} left with {done.returncode}")
    return python


_CHECK = f"import course, otter, tensorflow; assert otter.__version__ == {VERSION!r}"
# Packages that are not in the new environment come from the one that has TensorFlow, and so does
# this repository, which is installed there by a file that points to it.
_LINK = """\
import pathlib, sysconfig
path = pathlib.Path(sysconfig.get_path("purelib")) / "stack.pth"
path.write_text({line!r}, "utf-8")
"""
