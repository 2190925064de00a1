"""The `course` command: help that teaches, one-line errors, exit codes."""

import contextlib
import sqlite3

import pytest
from conftest import REPOSITORY, RIGHT, TOY

VERBS = (
    *("build", "release", "bundle", "collect", "grade", "feedback", "report", "audit", "status"),
    *("new-lesson", "demo", "lab", "doctor"),
)


def one_line_error(done) -> str:
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout == "" and done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_help_lists_every_verb(toy):
    done = toy.run("course", "--help")
    assert done.returncode == 0
    assert not [verb for verb in VERBS if f" {verb} " not in done.stdout]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["grade", "01-toi"], "no lesson is called '01-toi'; did you mean '01-toy'?"),
        (["grade", "zzz"], "there are: 01-toy"),
        (["grade", TOY], "nobody has handed in 01-toy: put notebooks into "),
        (["grade", TOY, "--only", "ada"], "ada has not handed in 01-toy"),
        (["feedback", TOY], "no graded 01-toy: run `course grade 01-toy` first"),
        (["report", TOY], "no submission of 01-toy is graded: run `course grade 01-toy` first"),
        (["build", "--from-notebook", "02-x"], "no lesson is called '02-x'"),
    ],
)
def test_what_a_person_can_mend_is_one_line_and_exit_code_1(toy, arguments, message):
    assert message in one_line_error(toy.run("course", *arguments))


def test_a_folder_that_is_no_course_is_named(toy, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = toy.run("course", "--root", str(elsewhere), "status")
    assert f"{elsewhere} is not in a course" in one_line_error(done)


def test_a_lesson_that_was_not_released_is_named(toy):
    (toy.workspace.root / "gradebook.db").unlink()
    toy.hand_in("ada", toy.answered(**RIGHT))
    done = toy.run("course", "grade", TOY)
    assert "run `course release 01-toy` first" in one_line_error(done)


def test_a_locked_gradebook_is_named(toy):
    toy.hand_in("ada", toy.answered(**RIGHT))
    path = toy.workspace.root / "gradebook.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        done = toy.run("course", "grade", TOY)
    assert "gradebook.db cannot be written (database is locked)" in one_line_error(done)


def test_a_missing_kernel_is_named(toy):
    config = toy.workspace.root / "nbgrader_config.py"
    hide = "\nimport sys\nfrom jupyter_client.kernelspec import KernelSpecManager\n"
    hide += "sys.modules['ipykernel.kernelspec'] = None\nKernelSpecManager.kernel_dirs = []\n"
    config.write_text(config.read_text("utf-8") + hide, "utf-8")
    error = one_line_error(toy.run("course", "release", TOY))
    assert "python -m ipykernel install --sys-prefix" in error


def test_an_error_in_the_configuration_names_the_file(toy):
    config = toy.workspace.root / "nbgrader_config.py"
    config.write_text("c = get_config()\nc.Course.due_dates = 1 / 0\n", "utf-8")
    error = one_line_error(toy.run("course", "status"))
    assert str(config) in error and "ZeroDivisionError" in error


def test_grade_feedback_report_and_status_from_the_command_line(toy):
    toy.hand_in("ada", toy.answered(**RIGHT))
    done = toy.run("course", "grade", TOY)
    assert done.returncode == 0, done.stderr
    assert "graded" in done.stdout and "3 / 3" in done.stdout
    done = toy.run("course", "feedback", TOY)
    assert done.stdout == f"wrote feedback/ada/{TOY}/{TOY}.html\n"
    done = toy.run("course", "report", TOY)
    assert f"wrote reports/{TOY}.csv" in done.stdout
    done = toy.run("course", "status")
    assert TOY in done.stdout and "yes" in done.stdout


def test_lab_copies_lessons_once_and_keeps_work(toy):
    from course.lab import copy_lessons

    folder, copied = copy_lessons(toy.workspace)
    assert copied == [TOY]
    mine = folder / TOY / f"{TOY}.ipynb"
    mine.write_text("my work", "utf-8")
    assert copy_lessons(toy.workspace) == (folder, [])
    assert mine.read_text("utf-8") == "my work"


def test_the_demo_runs_from_release_to_report(tmp_path):
    """The main job, on the repository's own lesson, in a copy of its course folder."""
    import shutil
    import subprocess

    from conftest import BIN

    root = tmp_path / "course"
    for name in ("nbgrader_config.py", "source", "tests/variants"):
        source, target = REPOSITORY.root / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    done = subprocess.run(
        [str(BIN / "course"), "demo"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    table = {
        cells[1].strip(): cells[3].split("/")
        for line in done.stdout.splitlines()
        if len(cells := line.split("│")) > 4 and "/" in cells[3]
    }
    share = {name: float(score) / float(best) for name, (score, best) in table.items()}
    assert len(share) >= 7
    assert share["ada"] == share["alan"] == share["kathleen"] == 1
    assert share["donald"] == share["john"] == 0
    assert 0.2 < share["barbara"] < 0.8
    assert 0.5 < share["edsger"] < 1 and 0.5 < share["grace"] < 1
    assert (root / "demo" / "reports" / "02-neurons.html").exists()
