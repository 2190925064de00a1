"""The zip that students get: released lessons, the package that they import, and no secret.

What goes in is listed here by name; nothing of the instructor's side can slip in.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import course
from course.errors import CourseError
from course.grading.jail.view import STUDENT_MODULES
from course.start import START, start_page
from course.workspace import Workspace

NAME = "keras-courseware"

# The parts of the package that a student's notebooks import.
_PARTS = (*STUDENT_MODULES, "errors.py", "exercises.py", "progress.py", "start.py")

# What those parts and the lessons need, with the ranges of requirements.txt.
_REQUIREMENTS = (
    *("tensorflow", "keras", "numpy", "pandas", "scikit-learn", "matplotlib"),
    *("jupyterlab", "ipykernel", "ipywidgets", "nbgrader", "nbformat"),
)

_PROJECT = """[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "{name}-student"
version = "{version}"
description = "What the notebooks of the Keras courseware import"
requires-python = ">=3.11,<3.14"

[tool.setuptools.packages.find]
include = ["course", "course.*"]

[tool.setuptools.package-data]
"*" = ["files/*", "*.md"]
"""

_README = """The lessons: Python 3.11, 3.12 or 3.13 is needed. In this folder:

    python3 -m venv .venv
    . .venv/bin/activate            (Windows: .venv\\Scripts\\activate)
    pip install -r requirements.txt
    jupyter lab START.ipynb

START.ipynb says what to do first.
"""

_COMPILED = shutil.ignore_patterns("__pycache__", "*.pyc")
_EPOCH = (2020, 1, 1, 0, 0, 0)  # the same lessons make the same archive


def write_bundle(workspace: Workspace, target: Path | None = None) -> Path:
    """Write the students' zip from the lessons in ``release/``.

    Parameters
    ----------
    workspace
    target : pathlib.Path, optional
        The file to write; by default ``bundle/keras-courseware.zip`` in the course.

    Returns
    -------
    pathlib.Path
        The file that was written. In it one folder with ``START.ipynb``, ``requirements.txt``,
        ``README.txt``, ``LICENSE``, a wheel, and every released lesson's ``NN-name/NN-name.ipynb``.

    Raises
    ------
    CourseError
        If nothing is released, or the wheel cannot be built.
    """
    lessons = [name for name in workspace.lessons() if workspace.release(name).exists()]
    if not lessons:
        raise CourseError(f"{workspace.root / 'release'} holds no lesson: run `course release`")
    target = target or workspace.root / "bundle" / f"{NAME}.zip"
    with TemporaryDirectory(prefix="bundle-") as scratch:
        wheel = _build_wheel(Path(scratch))
        files = {
            "README.txt": _README.encode(),
            "LICENSE": _beside_package("LICENSE").read_bytes(),
            "requirements.txt": _requirements(wheel.name).encode(),
            START: start_page().encode(),
            wheel.name: wheel.read_bytes(),
        }
        for lesson in lessons:
            beside = workspace.release(lesson).parent
            for path in sorted(filter(Path.is_file, beside.rglob("*"))):
                files[f"{lesson}/{path.relative_to(beside).as_posix()}"] = path.read_bytes()
        _write_zip(target, files)
    return target


def _build_wheel(scratch: Path) -> Path:
    """A wheel of the student's part of the package, from a copy that holds nothing else."""
    package, here = scratch / "project" / "course", Path(course.__file__).parent
    package.mkdir(parents=True)
    for name in _PARTS:
        if (here / name).is_dir():
            shutil.copytree(here / name, package / name, ignore=_COMPILED)
        else:
            shutil.copy(here / name, package)
    project = _PROJECT.format(name=NAME, version=course.__version__)
    (package.parent / "pyproject.toml").write_text(project, "utf-8")
    command = (
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--no-index", "--wheel-dir", scratch / "wheel", package.parent),
    )
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        reason = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise CourseError(f"the students' package cannot be built: {' '.join(reason)}")
    return next((scratch / "wheel").glob("*.whl"))


def _requirements(wheel: str) -> str:
    """The students' requirements.txt: the project's own ranges, and the wheel beside it."""
    lines = _beside_package("requirements.txt").read_text("utf-8").splitlines()
    named = {re.match(r"[\w.-]+", line)[0].lower(): line for line in lines if line[:1].isalpha()}
    return "\n".join([*(named[name] for name in _REQUIREMENTS), f"./{wheel}", ""])


def _beside_package(name: str) -> Path:
    path = Path(course.__file__).parent.parent / name
    if not path.exists():
        raise CourseError(f"{path} is missing: make the bundle from a checkout of the project")
    return path


def _write_zip(target: Path, files: dict[str, bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}")
    with zipfile.ZipFile(unfinished, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{NAME}/{name}", _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    unfinished.replace(target)
