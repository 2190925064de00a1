"""What the report says of a class: measures, help, similar work; files for Moodle and Canvas."""

import csv
import io
import math
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.grading import analysis
from course.grading.exports import canvas_csv, moodle_csv
from course.grading.grades import LessonGrades, Person, StudentGrade
from course.grading.sentences import Finding, is_unwritten, taken_apart
from course.grading.similar import LEAST_OWN, LEAST_SHARE, SHARED_BY_MANY, similar_pairs

MAXIMA = {"relu": 2.0, "dense": 3.0, "loss": 1.0}


def grade(student: str, points: dict, sentences=(), **details) -> StudentGrade:
    person = details.pop("person", Person(student))
    told = {name: tuple(sentences.get(name, ())) for name in points} if sentences else {}
    total, best = sum(points.values()), sum(MAXIMA.values())
    values = {"penalty": 0.0, "late_seconds": 0.0, "sentences": told, **details}
    values.setdefault("answers", dict.fromkeys(points, "pass"))
    return StudentGrade(person, total - values["penalty"], best, exercises=points, **values)


def class_of(rows: list[tuple]) -> LessonGrades:
    """A class in which every student has these points, in the order of MAXIMA."""
    students = (
        grade(f"s{number:03}", dict(zip(MAXIMA, row, strict=True)))
        for number, row in enumerate(rows)
    )
    return LessonGrades("02-toy", dict(MAXIMA), tuple(students))


points = st.tuples(*(st.integers(0, int(best)).map(float) for best in MAXIMA.values()))
classes = st.lists(points, min_size=1, max_size=40).map(class_of)


class TestMeasures:
    @given(classes)
    def test_difficulty_is_the_mean_share_of_the_points(self, grades):
        for name, best in MAXIMA.items():
            share = analysis.difficulty(grades, name)
            assert 0 <= share <= 1
            mean = statistics.fmean(g.exercises[name] for g in grades.students)
            assert math.isclose(share * best, mean, abs_tol=1e-12)

    @given(classes)
    def test_discrimination_is_pythons_own_correlation_with_the_rest_of_the_points(self, grades):
        for name in MAXIMA:
            found = analysis.discrimination(grades, name)
            here = [g.exercises[name] for g in grades.students]
            rest = [g.earned - g.exercises[name] for g in grades.students]
            try:
                expected = statistics.correlation(here, rest)
            except statistics.StatisticsError:  # one side is constant, or there is one student
                expected = None
            if len(grades.students) < analysis.ENOUGH_STUDENTS:
                expected = None
            assert (found is None) == (expected is None)
            assert found is None or math.isclose(found, expected, abs_tol=1e-9)

    def test_discrimination_of_exercises_that_part_the_class(self):
        good, bad = (2.0, 3.0, 1.0), (0.0, 0.0, 1.0)
        together = class_of([good] * 12 + [bad] * 12)
        assert analysis.discrimination(together, "relu") == pytest.approx(1)
        assert analysis.discrimination(together, "loss") is None  # all have it
        against = class_of([(2.0, 0.0, 0.0)] * 12 + [(0.0, 3.0, 1.0)] * 12)
        assert analysis.discrimination(against, "relu") == pytest.approx(-1)
        assert analysis.discrimination(class_of([good, bad] * 9), "relu") is None  # too few

    @given(classes, st.integers(1, 30))
    def test_every_student_is_in_one_bar(self, grades, bins):
        counts = analysis.score_counts(grades, bins)
        assert len(counts) == bins and sum(counts) == len(grades.students)

    def test_bars_hold_what_their_place_says(self):
        grades = class_of([(0, 0, 0), (0, 0, 1.0), (2.0, 3.0, 0), (2.0, 3.0, 1.0)])
        assert analysis.score_counts(grades, 6) == [1, 1, 0, 0, 0, 2]


class TestNeedsHelp:
    @given(classes)
    def test_nobody_with_full_points_and_everybody_under_half(self, grades):
        helped = {found.grade.student for found in analysis.needs_help(grades)}
        for one in grades.students:
            if one.earned < grades.max_score / 2:
                assert one.student in helped
            if one.earned == grades.max_score:
                assert one.student not in helped

    def test_who_missed_two_things_that_most_can_do_is_named_with_them(self):
        grades = class_of([(2.0, 3.0, 1.0)] * 8 + [(1.0, 3.0, 0.0), (2.0, 3.0, 0.0)])
        (found,) = analysis.needs_help(grades)
        assert found.grade.student == "s008"
        assert found.reasons == ("missed what most of the class solved: relu, loss",)

    def test_a_late_penalty_is_no_reason(self):
        full = dict(MAXIMA)
        grades = LessonGrades("02-toy", full, (grade("late", full, penalty=6.0),))
        assert grades.students[0].score == 0 and analysis.needs_help(grades) == []


VALUES = "relu: not yet right\n✗ relu(-1): is not 0\n    expected 0\n    got      {}\n✗ and more"
UNBEGUN = "your code raises NotImplementedError: this part is still to be written"


class TestFindings:
    def test_a_sentence_is_taken_apart_without_a_loss(self):
        told = taken_apart(VALUES.format(-1))
        assert told.title == "relu"
        assert told.findings == (
            Finding("relu(-1): is not 0", "expected 0\ngot      -1"),
            Finding("and more"),
        )

    @given(st.text(st.sampled_from("✗ ab:\n"), max_size=60), st.booleans())
    def test_every_word_is_kept(self, text, titled):
        told = taken_apart(("t: not yet right\n" if titled else "") + text)
        kept = " ".join([told.title, *(f"{f.text} {f.values}" for f in told.findings)])
        letters = [char for char in kept if char in "ab"]
        assert letters == [char for char in text if char in "ab"]

    def test_findings_are_counted_by_student_whatever_values_they_show(self):
        sentences = {"relu": (VALUES.format(-1), VALUES.format(-1)), "dense": ("bad",)}
        other = {"relu": (VALUES.format(7),), "loss": (UNBEGUN, UNBEGUN)}
        some = dict.fromkeys(MAXIMA, 0.0)
        students = (grade("ada", some, sentences), grade("zoe", some, other))
        found = analysis.failed_checks(LessonGrades("02-toy", dict(MAXIMA), students))
        assert [(check.exercise, check.text, check.students) for check in found] == [
            ("relu", "and more", ("ada", "zoe")),
            ("relu", "relu(-1): is not 0", ("ada", "zoe")),
            ("dense", "bad", ("ada",)),
            ("loss", "not written yet", ("zoe",)),
        ]

    def test_an_answer_that_is_not_in_the_file_is_one_finding(self):
        told = {"relu": ("name 'relu' is not defined", "name 'relu_derivative' is not defined")}
        lost = grade("john", dict.fromkeys(MAXIMA, 0.0), told, answers={"relu": " "})
        (found,) = analysis.failed_checks(LessonGrades("02-toy", dict(MAXIMA), (lost,)))
        assert (found.exercise, found.text) == ("relu", "no answer in the file")

    def test_what_is_not_begun(self):
        assert is_unwritten([UNBEGUN]) and is_unwritten(["not written yet", "choose one"])
        assert not is_unwritten([]) and not is_unwritten([UNBEGUN, "relu(-1): is not 0"])


GIVEN = {"net": "def net(x):\n    raise NotImplementedError()\n"}
OWN = """def net(x):
    total, weights = 0.0, [0.5, -1.25, 3.0]
    for index, value in enumerate(x):
        if index % 2 == 0 and value > 0.125:
            total += weights[index % 3] * value ** 2
        elif value < -4:
            total -= sum(weights[:index]) / (1 + abs(value))
        else:
            total = max(total, value - 0.75) if index else min(total, value + 0.5)
    while total > 100:
        total, weights = total / 2, weights[::-1] + [total % 7]
    return {"total": round(total, 3), "last": weights[-1], "first": weights[0] * 4}
"""
OTHER = """def net(x):
    import numpy as np
    z = np.asarray(x, dtype=np.float64).reshape(-1, 1)
    left = z[::2].T @ np.ones((z[::2].shape[0], 4))
    right = np.where(z[1::2] < 0, np.exp(z[1::2]), np.log1p(np.abs(z[1::2])))
    both = np.concatenate([left.ravel(), right.ravel()], axis=0)
    try:
        scale = np.linalg.norm(both, ord=1) or 1.0
    except ValueError as error:
        raise RuntimeError(f"no norm of {both.shape}") from error
    return [lambda y, s=s: y * s for s in (both / scale).tolist()]
"""


class TestSimilar:
    def test_renamed_and_recommented_code_is_similar(self):
        renamed = OWN.replace("total", "summe").replace("weights", "gewichte")
        renamed = renamed.replace("    while", "    # wieder und wieder\n    while")
        answers = {"ada": {"net": OWN}, "alan": {"net": OTHER}, "zoe": {"net": renamed}}
        (pair,) = similar_pairs(answers, [GIVEN])
        assert pair.students == ("ada", "zoe") and pair.exercises == ("net",)
        assert min(pair.shares) > 0.95 and pair.common >= LEAST_OWN

    def test_what_was_given_or_is_the_lessons_own_is_no_sign(self):
        answers = {name: {"net": OWN} for name in ("ada", "zoe")}
        assert len(similar_pairs(answers)) == 1
        assert similar_pairs(answers, [GIVEN, {"net": OWN}]) == []

    def test_what_many_have_is_no_sign(self):
        many = {f"s{number}": {"net": OWN} for number in range(SHARED_BY_MANY + 1)}
        assert similar_pairs(many) == []

    def test_short_answers_are_no_sign(self):
        short = "def relu(z):\n    return np.where(z > 0, z, 0 * z)\n"
        answers = {name: {"relu": short, "tanh": "tanh = np.tanh"} for name in ("ada", "zoe")}
        assert similar_pairs(answers) == []

    def test_who_has_much_of_their_own_beside_what_is_common_is_not_listed(self):
        answers = {"ada": {"net": OWN}, "zoe": {"net": OWN, "more": 3 * OTHER}}
        assert similar_pairs(answers) == []

    @given(
        st.dictionaries(
            st.sampled_from("abcd"),
            st.fixed_dictionaries(
                {"net": st.sampled_from(["", "x", "((", OWN, OTHER, OWN + OTHER])}
            ),
        )
    )
    @settings(deadline=None)
    def test_pairs_are_in_order_and_over_the_bounds_and_two_runs_agree(self, answers):
        pairs = similar_pairs(answers)
        assert pairs == similar_pairs(answers)
        for pair in pairs:
            assert pair.students == tuple(sorted(pair.students))
            assert all(LEAST_SHARE <= share <= 1 for share in pair.shares)
            assert pair.common >= LEAST_OWN


class TestExports:
    @pytest.fixture
    def grades(self):
        points = {"relu": 2.0, "dense": 1.5, "loss": 0.0}
        sentences = {"dense": ("dense: not yet right\n✗ the bias, is missing",)}
        ada = Person("ada", "Ada", "Lovelace", "ada@example.org", "1001")
        evil = Person("=cmd", "+1", '@x"', "-e@example.org", "")
        return LessonGrades(
            "02-toy",
            dict(MAXIMA),
            (
                grade("ada", points, sentences, person=ada, penalty=0.25),
                grade("=cmd", points, person=evil),
            ),
            (Person("absent"),),
        )

    def rows(self, text: str) -> list[list[str]]:
        assert text.endswith("\r\n")
        return list(csv.reader(io.StringIO(text, newline="")))

    def test_moodle_finds_students_and_gets_grade_and_feedback(self, grades):
        header, ada, _ = self.rows(moodle_csv(grades))
        row = dict(zip(header, ada, strict=True))
        assert header[:5] == ["First name", "Last name", "ID number", "Username", "Email address"]
        assert (row["Username"], row["ID number"]) == ("ada", "1001")
        assert (row["Email address"], row["02-toy"]) == ("ada@example.org", "3.25")
        assert row["02-toy (feedback)"] == (
            "relu: 2 of 2; dense: 1.5 of 3 (the bias, is missing); loss: 0 of 1; "
            "0.25 taken off for being late"
        )

    def test_canvas_has_its_columns_and_the_row_of_points(self, grades):
        header, best, ada, _ = self.rows(canvas_csv(grades))
        assert header == ["Student", "ID", "SIS Login ID", "Section", "02-toy"]
        assert best == ["    Points Possible", "", "", "", "6"]
        assert ada == ["Lovelace, Ada", "1001", "ada", "", "3.25"]

    @pytest.mark.parametrize("export", [moodle_csv, canvas_csv])
    def test_no_value_is_a_formula_and_nobody_absent_is_in_it(self, grades, export):
        rows = self.rows(export(grades))
        assert not [value for row in rows for value in row if value.startswith(tuple("=+-@"))]
        assert "absent" not in export(grades) and len({len(row) for row in rows}) == 1
