"""What students install holds no lesson text, no solution and no hidden test."""

import re
import subprocess
import sys
import zipfile

import pytest
from conftest import LESSONS, REPOSITORY
from test_lessons import secret_lines


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package's wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", folder, "."],
        cwd=REPOSITORY.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_it_holds_what_notebooks_import(wheel):
    names = wheel.namelist()
    for needed in ("course/check.py", "course/datasets/files/penguins.csv", "course/cli.py"):
        assert needed in names


def test_it_holds_no_lesson_no_notebook_and_no_test(wheel):
    for name in wheel.namelist():
        assert not re.search(r"lessons/|\.ipynb$|(^|/)tests?/|variants/", name), name


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_line_of_a_solution_or_hidden_test_is_in_it(wheel, lesson):
    shipped = {
        line.strip()
        for name in wheel.namelist()
        if name.endswith((".py", ".md", ".j2"))
        for line in wheel.read(name).decode("utf-8").splitlines()
    }
    assert [line for line in secret_lines(lesson) if len(line) > 60 and line in shipped] == []


def test_grading_parses_no_grammar_of_iris_at_its_start():
    pytest.importorskip("rfc3987_syntax")
    code = (
        "import sys, course.grading, nbformat\n"
        "assert not {'lark', 'rfc3987_syntax'} & set(sys.modules)\n"
        "import rfc3987_syntax  # who asks for it, gets it\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
