"""Damaged submissions get the score that they deserve, one clear line, and stop nobody else's."""

import contextlib
import importlib
import io
import json
import os
import pkgutil

import malformed
import nbformat
import pytest
from conftest import RIGHT, TOY, ToyCourse

from course.grading.batch import grade_lesson, submissions
from course.grading.feedback import write_feedback
from course.grading.report import write_report
from course.grading.submission import read_submission, restore

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes pipes and links")

KINDS = {
    name: importlib.import_module(f"malformed.{name}")
    for _, name, _ in pkgutil.iter_modules(malformed.__path__)
}
RUN = [name for name, kind in KINDS.items() if getattr(kind, "RUN", False)]
READ = [name for name in KINDS if name not in RUN]
HONEST = ("ada", "zoe")


def student_of(name: str) -> str:
    return getattr(KINDS[name], "STUDENT", name)


def hand_in(toy: ToyCourse, name: str) -> None:
    """Do one kind of damage in a toy course."""
    folder = toy.workspace.root / "submitted" / student_of(name) / TOY
    folder.mkdir(parents=True)
    KINDS[name].damage(folder, toy.answered(**RIGHT))


def said(kind, notes: tuple[str, ...]) -> bool:
    """Whether the notes say what they should, each in a line that a person can read."""
    for note in notes:
        assert "Traceback" not in note and "Error" not in note
        assert note.splitlines() == [note] and len(note) < 400
    return notes == () if kind.LINE is None else any(kind.LINE in note for note in notes)


def test_there_are_many_kinds_and_each_says_what_it_is():
    assert len(KINDS) >= 40
    for kind in KINDS.values():
        assert kind.__doc__.strip() and callable(kind.damage)
        assert kind.SCORE in (0, 1, 2, 3)
        assert kind.LINE or kind.SCORE >= 2, "no points without a reason"


@pytest.mark.filterwarnings("ignore:a test may warn")
class TestReading:
    """The score is earned in this process: by the cells that would be run, in their order."""

    @pytest.mark.parametrize("name", READ)
    def test_what_is_read_earns_what_it_deserves(self, name, toy):
        hand_in(toy, name)
        content = (toy.workspace.root / "submitted" / name / TOY / f"{TOY}.ipynb").read_bytes()
        source = nbformat.read(toy.workspace.source(TOY), as_version=4)
        restored = restore(read_submission(content), source)
        assert graded_sources(restored.notebook) == graded_sources(source)
        assert points_of(restored.notebook) == KINDS[name].SCORE
        assert said(KINDS[name], restored.notes), restored.notes
        nbformat.validate(restored.notebook)


def graded_sources(notebook) -> list[str]:
    return [c.source for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]


def points_of(notebook) -> float:
    """The points of the test cells that run to their end, in this process."""
    names, points = {}, 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            with contextlib.suppress(Exception), contextlib.redirect_stdout(io.StringIO()):
                exec(cell.source, names)
                points += cell.metadata.get("nbgrader", {}).get("points", 0)
    return points


@pytest.fixture(scope="module")
def damaged_class(tmp_path_factory, _released_toy):
    """Two honest students and every kind that must be run, graded once for all the tests."""
    toy = ToyCourse(tmp_path_factory.mktemp("damaged"))
    toy.release()
    for student in HONEST:
        toy.hand_in(student, toy.answered(**RIGHT))
    for name in RUN:
        hand_in(toy, name)
    toy.before = tree(toy.workspace.root / "submitted")
    students = submissions(toy.course, TOY)
    toy.results = list(grade_lesson(toy.course, TOY, students))
    return toy


def tree(folder) -> list[tuple]:
    return sorted((str(p), p.lstat().st_mode, p.lstat().st_mtime_ns) for p in folder.rglob("*"))


class TestAClass:
    @pytest.mark.parametrize("name", RUN)
    def test_each_gets_the_score_that_it_deserves_and_its_line(self, damaged_class, name):
        (done,) = (d for d in damaged_class.results if d.student == shown(student_of(name)))
        assert (done.score, done.max_score) == (KINDS[name].SCORE, 3), done.notes
        assert said(KINDS[name], done.notes), done.notes

    @pytest.mark.parametrize("student", HONEST)
    def test_honest_students_are_graded_as_if_nothing_had_happened(self, damaged_class, student):
        (done,) = (d for d in damaged_class.results if d.student == student)
        assert (done.status, done.score, done.notes) == ("graded", 3, ())

    def test_the_gradebook_says_the_same(self, damaged_class):
        scores = damaged_class.scores()
        nameless = {shown(KINDS[n].STUDENT) for n in ("name_in_no_encoding", "name_with_a_newline")}
        assert scores == {
            d.student: d.score for d in damaged_class.results if d.student not in nameless
        }

    def test_what_was_handed_in_is_left_as_it_was(self, damaged_class):
        root = damaged_class.workspace.root
        assert tree(root / "submitted") == damaged_class.before
        assert not list((root / "autograded").glob(".incoming-*"))

    def test_nothing_from_outside_a_submission_came_in(self, damaged_class):
        copied = (damaged_class.workspace.root / "autograded").rglob("*")
        assert not [path for path in copied if path.is_symlink()]
        log = (damaged_class.workspace.root / "logs" / f"grade-{TOY}.log").read_text("utf-8")
        assert "Traceback" not in log

    def test_page_and_report_say_it(self, damaged_class):
        ((_, page),) = write_feedback(damaged_class.course, TOY, only="pipe")
        assert "a pipe or a device" in page.read_text("utf-8")
        report = write_report(damaged_class.course, TOY)
        assert "a pipe or a device" in report.page.read_text("utf-8")

    def test_grading_again_has_nothing_to_do(self, damaged_class):
        again = grade_lesson(damaged_class.course, TOY, submissions(damaged_class.course, TOY))
        assert {d.student for d in again if d.status == "graded"} == set()


def shown(student: str) -> str:
    """A folder's name as a list can show it."""
    return " ".join(student.encode("utf-8", "backslashreplace").decode().splitlines())


class TestNbgradersOwnCommand:
    """`nbgrader autograde` neither hangs nor stops, and gives the same scores."""

    NAMES = (
        "folder_named_as_notebook",
        "link_to_source",
        "name_with_a_dash",
        "name_with_quotes",
        "pipe",
    )

    def test_it_comes_to_its_end(self, toy):
        toy.hand_in("zoe", toy.answered(**RIGHT))
        for name in self.NAMES:
            hand_in(toy, name)
        done = toy.run("nbgrader", "autograde", TOY)
        assert done.returncode == 0, done.stderr
        expected = {student_of(name): KINDS[name].SCORE for name in self.NAMES}
        assert toy.scores() == {**expected, "zoe": 3}
        for name in self.NAMES:
            path = toy.workspace.root / "autograded" / student_of(name) / TOY / f"{TOY}.ipynb"
            notes = json.loads(path.read_text("utf-8"))["metadata"]["course"]["notes"]
            assert said(KINDS[name], tuple(notes)), notes
