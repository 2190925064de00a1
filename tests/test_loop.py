"""From release to report, with nbgrader's own commands and with ours, on a class gone wrong."""

import json

import nbformat
import pytest
from conftest import RIGHT, TOY, TOY_TEXT

from course.authoring.release import import_roster, release_lesson
from course.errors import CourseError
from course.grading.analysis import failed_checks
from course.grading.batch import grade_lesson, submissions
from course.grading.feedback import write_feedback
from course.grading.grades import lesson_grades
from course.grading.report import write_report
from course.grading.status import course_status


def grade(toy, **options):
    """Grade everybody in a toy course; student → result."""
    students = submissions(toy.course, TOY)
    return {done.student: done for done in grade_lesson(toy.course, TOY, students, **options)}


HIDDEN_LINES = ("np.array([1.0, 31.0])", "[2, 62]", "BEGIN HIDDEN")


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory, _released_toy):
    """A class of eight, graded once for all the tests that look at the results."""
    from conftest import ToyCourse

    toy = ToyCourse(tmp_path_factory.mktemp("class"))
    toy.release()
    script = '<script>alert("x")</script>'
    answers = {
        "ada": toy.answered(**RIGHT),
        "alan": toy.answered(double=RIGHT["double"]),
        "crash": toy.answered(**{**RIGHT, "double": "1 / 0"}),
        "exit": toy.answered(**{**RIGHT, "triple": "import os\nos._exit(1)"}),
        "forever": toy.answered(**{**RIGHT, "double": "while True:\n    pass"}),
        "wrong": toy.answered(**{**RIGHT, "double": f"def double(x):\n    return 4  # {script}"}),
        "untouched": toy.answered(),
        "damaged": json.dumps(toy.answered(**RIGHT)).encode()[:900],
    }
    for student, work in answers.items():
        toy.hand_in(student, work)
    folder = toy.workspace.root / "submitted" / "renamed" / TOY
    folder.mkdir(parents=True)
    (folder / "my homework.ipynb").write_text("{}")
    toy.results = grade(toy)
    return toy


class TestAClass:
    @pytest.mark.parametrize(
        ("student", "score"),
        [
            ("ada", 3),
            ("alan", 1),
            ("crash", 2),
            ("exit", 1),
            ("forever", 2),
            ("wrong", 2),
            ("untouched", 0),
            ("damaged", 0),
            ("renamed", 0),
        ],
    )
    def test_everybody_gets_the_score_that_the_work_deserves(self, graded_class, student, score):
        assert graded_class.results[student].score == score
        assert graded_class.scores()[student] == score

    def test_what_is_wrong_with_a_file_is_one_line(self, graded_class):
        assert "no JSON from line 1" in graded_class.results["damaged"].notes[0]
        assert "must keep its name" in graded_class.results["renamed"].notes[0]
        assert graded_class.results["ada"].notes == ()

    def test_the_second_run_grades_nobody_and_gives_the_same(self, graded_class):
        again = grade(graded_class)
        assert {d.status for s, d in again.items() if s != "renamed"} == {"unchanged"}
        assert {s: d.score for s, d in again.items()} == {
            s: d.score for s, d in graded_class.results.items()
        }

    def test_the_report_shows_the_class(self, graded_class):
        report = write_report(graded_class.course, TOY)
        assert list(report.grades.exercises.items()) == [("double", 1), ("triple", 2)]
        table = report.grades.table().set_index("student")
        assert table.loc["ada", ["score", "double", "triple"]].tolist() == [3, 1, 2]
        assert report.table.read_text("utf-8").startswith("student,name,score,max_score,late,")
        assert report.picture.read_bytes().startswith(b"\x89PNG")
        page = report.page.read_text("utf-8")
        assert "<svg" in page and "no JSON from line 1" in page
        assert "http://" not in page.replace("http://www.w3.org", "")
        assert page.count("<script") == 1 and '<script>alert("x")' not in page

    def test_feedback_holds_sentences_and_no_hidden_test_and_no_script(self, graded_class):
        pages = dict(write_feedback(graded_class.course, TOY))
        assert set(pages) == set(graded_class.results) - {"renamed"}
        for page in pages.values():
            text = page.read_text("utf-8")
            assert not [line for line in HIDDEN_LINES if line in text]
            assert "<script" not in text and "Traceback (most" not in text
        wrong = pages["wrong"].read_text("utf-8")
        assert "every element counts" in wrong or "expected" in wrong
        assert "&lt;script&gt;" in wrong
        assert "still to be written" in pages["untouched"].read_text("utf-8")
        assert "took too long and was stopped" in pages["forever"].read_text("utf-8")
        assert "Python itself ended" in pages["exit"].read_text("utf-8")
        assert "cannot be read" in pages["damaged"].read_text("utf-8")

    def test_the_commonest_sentence_is_counted(self, graded_class):
        grades = lesson_grades(graded_class.course, TOY)
        commonest = failed_checks(grades)[0]
        assert (commonest.exercise, len(commonest.students)) == ("triple", 2)
        assert commonest.text == "not written yet"

    def test_status_counts_the_class(self, graded_class):
        (row,) = course_status(graded_class.course)
        assert (row.lesson, row.released) == (TOY, True)
        assert (row.submitted, row.graded, row.waiting) == (9, 8, 1)


class TestRelease:
    def test_a_lesson_that_passes_its_own_tests_goes_out_without_a_secret(self, toy):
        toy.workspace.release(TOY).unlink()
        outcome = release_lesson(toy.course, TOY)
        assert (outcome.score, outcome.max_score, outcome.failed) == (3, 3, ())
        text = toy.workspace.release(TOY).read_text("utf-8")
        assert "raise NotImplementedError" in text
        assert not [line for line in (*HIDDEN_LINES, "return 2 * x", "SOLUTION") if line in text]

    def test_a_lesson_that_fails_its_own_tests_does_not_go_out(self, toy):
        source = toy.workspace.source(TOY)
        source.write_text(source.read_text("utf-8").replace("2 * x", "3 * x"), "utf-8")
        before = toy.workspace.release(TOY).read_text("utf-8")
        with pytest.raises(CourseError, match="its own solution fails double-values"):
            release_lesson(toy.course, TOY)
        assert toy.workspace.release(TOY).read_text("utf-8") == before

    def test_due_date_points_and_students_are_in_the_gradebook(self, toy):
        release_lesson(toy.course, TOY)
        (toy.workspace.root / "students.csv").write_text(
            "id,first_name,last_name,email\nada,Ada,Lovelace,ada@example.org\n", "utf-8"
        )
        assert import_roster(toy.course) == 1
        with toy.course.gradebook() as gradebook:
            assignment = gradebook.find_assignment(TOY)
            assert f"{assignment.duedate:%Y-%m-%d %H:%M}" == "2026-01-10 12:00"
            assert assignment.max_score == 3
            assert gradebook.find_student("ada").last_name == "Lovelace"

    def test_a_roster_without_ids_is_named(self, toy):
        (toy.workspace.root / "students.csv").write_text("name\nAda\n", "utf-8")
        with pytest.raises(CourseError, match=r"students.csv, line 2: every student needs an 'id'"):
            import_roster(toy.course)

    def test_a_due_date_that_is_none_is_named(self, toy):
        config = toy.workspace.root / "nbgrader_config.py"
        config.write_text(config.read_text().replace("2026-01-10 12:00 UTC", "next week"), "utf-8")
        with pytest.raises(CourseError, match="'next week' of 01-toy is no date"):
            release_lesson(toy.course, TOY)


class TestResubmission:
    def test_new_work_is_graded_again_and_the_rest_is_not(self, toy):
        toy.hand_in("ada", toy.answered(**RIGHT))
        toy.hand_in("alan", toy.answered())
        grade(toy)
        toy.hand_in("alan", toy.answered(**RIGHT))
        again = grade(toy)
        assert {s: d.status for s, d in again.items()} == {"ada": "unchanged", "alan": "graded"}
        assert again["alan"].score == 3

    def test_a_late_submission_is_said_to_be_late(self, toy):
        release_lesson(toy.course, TOY)
        stamp = toy.hand_in("ada", toy.answered(**RIGHT)).parent / "timestamp.txt"
        stamp.write_text("2026-01-10 14:00:00 UTC", "utf-8")
        grade(toy)
        assert course_status(toy.course)[0].late == 1
        (ada,) = lesson_grades(toy.course, TOY).students
        assert ada.late_seconds == 7200

    def test_one_students_manual_points_survive_a_regrade(self, toy):
        toy.hand_in("ada", toy.answered())
        grade(toy)
        with toy.course.gradebook() as gradebook:
            entry = gradebook.find_grade("double-values", TOY, TOY, "ada")
            entry.manual_score = 0.5
            gradebook.db.commit()
        grade(toy, again=True)
        assert toy.scores()["ada"] == 0.5


class TestNbgradersOwnCommands:
    """An instructor who knows nbgrader finds it as it is."""

    def test_generate_validate_autograde_feedback_export(self, toy):
        root = toy.workspace.root
        done = toy.run("nbgrader", "generate_assignment", TOY, "--force")
        assert done.returncode == 0, done.stderr
        done = toy.run("nbgrader", "validate", f"source/{TOY}/{TOY}.ipynb")
        assert "Success! Your notebook passes all the tests." in done.stdout, done.stdout

        toy.hand_in("ada", toy.answered(**RIGHT))
        toy.hand_in("damaged", b"{")
        foreign = nbformat.from_dict(toy.answered(**RIGHT))
        for cell in foreign.cells:
            if "nbgrader" in cell.metadata:
                cell.metadata.nbgrader.schema_version = 9
        toy.hand_in("foreign", foreign)
        doubled = toy.answered(**RIGHT)
        doubled.cells += doubled.cells[1:4]
        toy.hand_in("zoe", doubled)
        done = toy.run("nbgrader", "autograde", TOY)
        assert done.returncode == 0, done.stderr
        assert toy.scores() == {"ada": 3, "damaged": 0, "foreign": 3, "zoe": 3}

        done = toy.run("nbgrader", "generate_feedback", TOY)
        assert done.returncode == 0, done.stderr
        page = (root / "feedback" / "ada" / TOY / f"{TOY}.html").read_text("utf-8")
        assert "2 of 2 exercises are complete" in page
        assert not [line for line in HIDDEN_LINES if line in page]

        done = toy.run("nbgrader", "export", "--to", "grades.csv")
        assert done.returncode == 0, done.stderr
        assert "ada" in (root / "grades.csv").read_text("utf-8")

    def test_validate_tells_a_student_what_is_wrong(self, toy):
        work = toy.workspace.root / "work.ipynb"
        wrong = {**RIGHT, "double": "def double(x):\n    return x"}
        nbformat.write(toy.answered(**wrong), work)
        done = toy.run("nbgrader", "validate", str(work))
        assert "VALIDATION FAILED ON 1 CELL" in done.stdout
        assert "double(2)" in done.stdout and "expected 4" in done.stdout


def test_the_toy_lesson_warns_on_stderr_so_that_these_tests_mean_something():
    assert "warnings.warn" in TOY_TEXT and "file=sys.stderr" in TOY_TEXT
