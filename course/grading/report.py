"""A lesson's report for the instructor: one HTML page, a picture and CSV files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import fmean, median
from urllib.parse import quote

import nbformat
from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from course.coursedir import OpenCourse
from course.grading import analysis, similar
from course.grading.exports import canvas_csv, moodle_csv
from course.grading.grades import UNGRADED, LessonGrades, StudentGrade, lesson_grades
from course.grading.harmless import for_spreadsheet
from course.grading.pages import render
from course.grading.verdicts import exercise_verdicts


@dataclass(frozen=True)
class Report:
    """Where the files of a report are, and the grades that they show."""

    grades: LessonGrades
    page: Path
    picture: Path
    table: Path
    moodle: Path
    canvas: Path

    @property
    def files(self) -> tuple[Path, ...]:
        return self.page, self.picture, self.table, self.moodle, self.canvas


@dataclass(frozen=True)
class ExerciseRow:
    """What the report says of one exercise."""

    name: str
    max_score: float
    share: float  # the class's mean share of the points
    full: int  # students with all points
    unbegun: int  # students who left it as it was, or have no answer in their file
    discrimination: float | None

    @property
    def is_doubtful(self) -> bool:
        """Whether those who do well elsewhere do no better here: its tests deserve a look."""
        found = self.discrimination
        return found is not None and found < analysis.LOW_DISCRIMINATION


@dataclass(frozen=True)
class ReportPage:
    """All that the instructor's page shows, beside the picture."""

    grades: LessonGrades
    mean: float
    median: float
    exercises: tuple[ExerciseRow, ...]
    failed: tuple[analysis.FailedCheck, ...]
    help: tuple[analysis.NeedsHelp, ...]
    late: tuple[StudentGrade, ...]
    incidents: tuple[tuple[StudentGrade, tuple[str, ...]], ...]
    similar: tuple[similar.SimilarPair, ...]
    feedback: dict[str, str]  # student → link to the page that the student gets


def write_report(course: OpenCourse, lesson: str) -> Report:
    """Write ``reports/NAME.html``, ``.png``, ``.csv``, ``-moodle.csv`` and ``-canvas.csv``.

    Raises
    ------
    CourseError
        If nothing has been graded.
    """
    grades = lesson_grades(course, lesson)
    folder = course.workspace.root / "reports"
    folder.mkdir(exist_ok=True)
    ends = (".html", ".png", ".csv", "-moodle.csv", "-canvas.csv")
    report = Report(grades, *(folder / f"{lesson}{end}" for end in ends))
    figure = draw_distribution(grades)
    figure.savefig(report.picture, dpi=150)
    page = _page(course, grades, folder)
    shown = {"picture": _inline(figure, lesson), "rules": analysis, "limits": similar}
    report.page.write_text(render("report", page=page, **shown), "utf-8")
    report.table.write_text(_table(grades), "utf-8")
    for path, text in ((report.moodle, moodle_csv(grades)), (report.canvas, canvas_csv(grades))):
        path.write_bytes(text.encode())
    return report


def draw_distribution(grades: LessonGrades) -> Figure:
    """A histogram of the scores with their mean and median.

    Returns
    -------
    matplotlib.figure.Figure
        Not registered with pyplot: there is nothing to close.
    """
    bins = min(26, max(5, round(grades.max_score)))
    counts = analysis.score_counts(grades, bins)
    width = (grades.max_score or 1.0) / bins
    lefts = [width * number for number in range(bins)]
    scores = [grade.score for grade in grades.students]
    figure = Figure(figsize=(8, 2.6), layout="constrained")
    axes = figure.subplots()
    axes.bar(lefts, counts, width=width, align="edge", color="#0072B2", edgecolor="white")
    axes.set(xlabel=f"points of {grades.max_score:g}", ylabel="students", xlim=(0, width * bins))
    axes.yaxis.get_major_locator().set_params(integer=True)
    for name, value, style in (("mean", fmean(scores), "-"), ("median", median(scores), "--")):
        label = f"{name} {value:.1f}"
        axes.axvline(value, color="#D55E00", linewidth=1.8, linestyle=style, label=label)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, borderpad=0)
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def _page(course: OpenCourse, grades: LessonGrades, folder: Path) -> ReportPage:
    scores = [grade.score for grade in grades.students]
    incidents = ((grade, _incidents(grade)) for grade in grades.students)
    failed = analysis.failed_checks(grades)
    late = (grade for grade in grades.students if grade.late_seconds > 0)
    answers = {grade.student: grade.answers for grade in grades.students if grade.answers}
    return ReportPage(
        grades,
        fmean(scores),
        median(scores),
        tuple(_exercise(grades, name, failed) for name in grades.exercises),
        tuple(check for check in failed if check.text not in analysis.UNBEGUN),
        tuple(analysis.needs_help(grades)),
        tuple(sorted(late, key=lambda grade: -grade.late_seconds)),
        tuple((grade, found) for grade, found in incidents if found),
        tuple(similar.similar_pairs(answers, _given(course, grades.lesson))),
        _feedback_links(course, grades, folder),
    )


def _exercise(grades: LessonGrades, name: str, failed: list[analysis.FailedCheck]) -> ExerciseRow:
    best = grades.exercises[name]
    unbegun = (c for c in failed if c.exercise == name and c.text in analysis.UNBEGUN)
    return ExerciseRow(
        name,
        best,
        analysis.difficulty(grades, name),
        sum(analysis.is_full(grades, grade, name) for grade in grades.students),
        sum(len(check.students) for check in unbegun),
        analysis.discrimination(grades, name),
    )


def _incidents(grade: StudentGrade) -> tuple[str, ...]:
    """What grading noted: damage to the file, limits met, crashes."""
    return (*grade.notes, *(f"{name}: {trouble}" for name, trouble in grade.endings.items()))


def _given(course: OpenCourse, lesson: str) -> list[dict[str, str]]:
    """The code of the answer cells as released, and as the lesson's own solution has them."""
    paths = (course.workspace.release(lesson), course.workspace.source(lesson))
    notebooks = (nbformat.read(path, as_version=4) for path in paths if path.exists())
    return [{e.name: e.code for e in exercise_verdicts(notebook)} for notebook in notebooks]


def _feedback_links(course: OpenCourse, grades: LessonGrades, folder: Path) -> dict[str, str]:
    """Student → where the feedback page is, as seen from the report; only of pages that exist."""
    links = {}
    for grade in grades.students:
        page = course.folder("feedback", grade.student, grades.lesson) / f"{grades.lesson}.html"
        if page.is_file() and UNGRADED not in grade.notes:
            links[grade.student] = quote(Path(os.path.relpath(page, folder)).as_posix())
    return links


def _table(grades: LessonGrades) -> str:
    """The grades as CSV, in which no name or remark is a formula."""
    table = grades.table().map(for_spreadsheet).rename(columns=for_spreadsheet)
    return table.to_csv(index=False, lineterminator="\n")


def _inline(figure: Figure, lesson: str) -> Markup:
    """A figure as SVG to stand in a page; the same each time."""
    svg = StringIO()
    with rc_context({"svg.hashsalt": lesson}):
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(svg, format="svg", metadata=nothing)
    text = svg.getvalue()
    return Markup(text[text.index("<svg") :])
