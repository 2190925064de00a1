"""A lesson's report for the instructor: one HTML page, a picture and a CSV file."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from course.coursedir import OpenCourse
from course.grading.grades import LessonGrades, lesson_grades
from course.grading.harmless import for_spreadsheet
from course.grading.pages import render


@dataclass(frozen=True)
class Report:
    """Where the three files of a report are, and the grades that they show."""

    grades: LessonGrades
    page: Path
    picture: Path
    table: Path


def write_report(course: OpenCourse, lesson: str) -> Report:
    """Write ``reports/NAME.html``, ``.png`` and ``.csv`` from the gradebook.

    Raises
    ------
    CourseError
        If nothing has been graded.
    """
    grades = lesson_grades(course, lesson)
    folder = course.workspace.root / "reports"
    folder.mkdir(exist_ok=True)
    report = Report(grades, *(folder / f"{lesson}.{kind}" for kind in ("html", "png", "csv")))
    figure = draw_distribution(grades)
    figure.savefig(report.picture, dpi=150)
    report.page.write_text(_page(grades, figure), "utf-8")
    report.table.write_text(_table(grades), "utf-8")
    return report


def draw_distribution(grades: LessonGrades) -> Figure:
    """A histogram of the scores, and the mean share of each exercise's points.

    Returns
    -------
    matplotlib.figure.Figure
        Not registered with pyplot: there is nothing to close.
    """
    scores = [grade.score for grade in grades.students]
    names = list(grades.exercises)
    height = 2.2 + 0.28 * len(names)
    figure = Figure(figsize=(9, height), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(1, 1.1))
    bins = min(20, max(5, int(grades.max_score)))
    edges = [grades.max_score * i / bins for i in range(bins + 1)]
    left.hist(scores, bins=edges, color="#0072B2", edgecolor="white")
    left.set(xlabel=f"points of {grades.max_score:g}", ylabel="students", xlim=(0, edges[-1]))
    left.yaxis.get_major_locator().set_params(integer=True)
    mean = sum(scores) / len(scores)
    left.axvline(mean, color="#D55E00", linewidth=1.5)
    left.set_title(f"{len(scores)} students, mean {mean:.1f} points", loc="left", fontsize=11)
    shares = [grades.mean_share(name) * 100 for name in names]
    right.barh(names, shares, color="#009E73")
    right.invert_yaxis()
    right.set(xlabel="mean share of the points, %", xlim=(0, 100))
    hardest = min(names, key=grades.mean_share)
    right.set_title(f"hardest: {hardest}", loc="left", fontsize=11)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def _table(grades: LessonGrades) -> str:
    """The grades as CSV, in which no name or remark is a formula."""
    table = grades.table().map(for_spreadsheet).rename(columns=for_spreadsheet)
    return table.to_csv(index=False, lineterminator="\n")


def _page(grades: LessonGrades, figure: Figure) -> str:
    svg = StringIO()
    with rc_context({"svg.hashsalt": grades.lesson}):
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(svg, format="svg", metadata=nothing)
    inline = svg.getvalue()
    inline = inline[inline.index("<svg") :]
    return render("report", grades=grades, picture=Markup(inline))
