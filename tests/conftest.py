"""What the tests share: this repository, and a small course without TensorFlow to work on."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from course.authoring.build import build_notebook
from course.authoring.release import write_release
from course.coursedir import OpenCourse, open_course
from course.exercises import grade_id_of
from course.workspace import Workspace

REPOSITORY = Workspace(Path(__file__).resolve().parent.parent)
LESSONS = REPOSITORY.lessons()
BIN = Path(sys.executable).parent

# By far the longest: begun last, it would run on alone when all others are done.
FIRST = "test_variants.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest module first, so that other workers do the rest beside it."""
    items.sort(key=lambda item: item.path.name != FIRST)


TOY = "01-toy"
TOY_TEXT = '''\
# %% [markdown]
# # A toy lesson

# %% tags=["setup"] nbgrader={"grade_id": "setup"}
import sys
import warnings

import numpy as np

from course import check

# %% [markdown]
# ## Doubling


# %% nbgrader={"grade_id": "double", "solution": true}
def double(x):
    """Twice x."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% nbgrader={"grade_id": "double-values", "points": 1}
warnings.warn("a test may warn", stacklevel=1)
print("and log", file=sys.stderr)
with check.visible("double"):
    check.close(double(2), 4, "double(2)")
### BEGIN HIDDEN TESTS
with check.hidden("double"):
    check.close(double(np.array([1.0, 31.0])), [2, 62], "double(x)", hint="every element counts")
### END HIDDEN TESTS

# %% [markdown]
# ## Tripling


# %% nbgrader={"grade_id": "triple", "solution": true}
def triple(x):
    """Three times x."""
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION


# %% nbgrader={"grade_id": "triple-values", "points": 2}
with check.visible("triple"):
    check.close(triple(2), 6, "triple(2)")
'''
TOY_CONFIG = """\
c = get_config()
load_subconfig({main!r})
c.CourseDirectory.root = {root!r}
c.Course.due_dates = {{"01-toy": "2026-01-10 12:00 UTC"}}
c.Grading.cell_seconds = 4
c.Grading.submission_seconds = 20
"""


def course_at(root: Path) -> OpenCourse:
    """A course in a folder of its own, configured as this one is, with nothing in it."""
    main = str(REPOSITORY.root / "nbgrader_config.py")
    (root / "nbgrader_config.py").write_text(
        f"c = get_config()\nload_subconfig({main!r})\nc.CourseDirectory.root = {str(root)!r}\n"
    )
    return open_course(Workspace(root))


def released_copy(root: Path, lesson: str) -> OpenCourse:
    """A course in a folder of its own that has released one of this repository's lessons."""
    course = course_at(root)
    source = course.workspace.source(lesson)
    source.parent.mkdir(parents=True)
    shutil.copy(REPOSITORY.source(lesson), source)
    write_release(course, lesson)
    return course


def with_answers(path: Path, answers: dict[str, str]) -> nbformat.NotebookNode:
    """The notebook of a file, with these sources in the cells of these names."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(grade_id_of(cell), cell.source)
    return notebook


class ToyCourse:
    """A course with one lesson, in a folder of its own, and ways to hand work in."""

    def __init__(self, root: Path):
        self.workspace = Workspace(root)
        main = str(REPOSITORY.root / "nbgrader_config.py")
        config = TOY_CONFIG.format(main=main, root=str(root))
        (root / "nbgrader_config.py").write_text(config, "utf-8")
        self.workspace.texts.mkdir(parents=True)
        self.workspace.text(TOY).write_text(TOY_TEXT, "utf-8")
        build_notebook(self.workspace, TOY)

    @property
    def course(self) -> OpenCourse:
        return open_course(self.workspace)

    def release(self) -> None:
        write_release(self.course, TOY)

    def answered(self, **answers: str) -> nbformat.NotebookNode:
        """The released notebook with these answer cells."""
        return with_answers(self.workspace.release(TOY), answers)

    def hand_in(self, student: str, work: nbformat.NotebookNode | bytes) -> Path:
        path = self.workspace.root / "submitted" / student / TOY / f"{TOY}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(work if isinstance(work, bytes) else json.dumps(work).encode())
        return path

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess:
        """Run one of the environment's programs in the course's folder, as a user would."""
        return subprocess.run(
            [str(BIN / program), *arguments],
            cwd=self.workspace.root,
            capture_output=True,
            text=True,
            check=False,
        )

    def scores(self) -> dict[str, float]:
        with self.course.gradebook() as gradebook:
            return {s.student_id: s.score for s in gradebook.assignment_submissions(TOY)}


RIGHT = {"double": "def double(x):\n    return x + x", "triple": "triple = lambda x: x * 3"}


@pytest.fixture(scope="session")
def _released_toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("toy")
    ToyCourse(root).release()
    return root


@pytest.fixture
def toy(_released_toy: Path, tmp_path: Path) -> ToyCourse:
    """A released toy course that nobody has worked on."""
    fresh = ToyCourse(tmp_path)
    for name in ("gradebook.db", f"release/{TOY}/{TOY}.ipynb"):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((_released_toy / name).read_bytes())
    return fresh


@pytest.fixture
def notebook_of() -> Callable[[str], nbformat.NotebookNode]:
    """A lesson's source notebook, by name; a fresh copy each time."""
    cache: dict[str, nbformat.NotebookNode] = {}

    def read(lesson: str) -> nbformat.NotebookNode:
        if lesson not in cache:
            cache[lesson] = nbformat.read(REPOSITORY.source(lesson), as_version=4)
        return copy.deepcopy(cache[lesson])

    return read
