"""The `course` command: thin, every verb calls one function of the library and prints."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from course.errors import CourseError
from course.workspace import Workspace, find_workspace

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Deep-learning courseware with autograding: build, release, grade, give feedback, report.",
)
# A log has no width of its own; its tables shall be read whole.
console = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else 120)
_root: list[Path | None] = [None]

Lessons = Annotated[
    list[str] | None, typer.Argument(help="Lessons by name, such as 02-neurons; all if none.")
]
Lesson = Annotated[str, typer.Argument(help="A lesson by name, such as 02-neurons.")]
Only = Annotated[str | None, typer.Option("--only", metavar="STUDENT", help="One student alone.")]


@app.callback()
def options(
    root: Annotated[
        Path | None,
        typer.Option("--root", help="The course's folder; by default the one you are in."),
    ] = None,
) -> None:
    """Deep-learning courseware with autograding: build, release, grade, give feedback, report."""
    _root[0] = root


def _workspace() -> Workspace:
    return find_workspace(_root[0])


def _course():
    import course.light_jsonschema  # noqa: F401 - before nbgrader is imported
    from course.coursedir import open_course

    return open_course(_workspace())


def _chosen(workspace: Workspace, names: list[str] | None) -> list[str]:
    return [workspace.lesson(name) for name in names] if names else workspace.lessons()


@app.command("new-lesson")
def new_lesson(
    name: Annotated[str, typer.Argument(help="The lesson's name, such as 16-clustering.")],
) -> None:
    """Start a lesson: a small working one, with right and wrong answers to its exercise."""
    from course.authoring.new_lesson import write_new_lesson

    workspace = _workspace()
    text, *answers = write_new_lesson(workspace, name)
    console.print(f"wrote {text.relative_to(workspace.root)}")
    console.print(f"wrote {len(answers)} answers: {answers[0].parent.relative_to(workspace.root)}/")
    console.print(f"next: course build {name}, course audit {name}, course release {name}")


@app.command()
def build(
    lessons: Lessons = None,
    from_notebook: Annotated[
        bool, typer.Option("--from-notebook", help="Write the text from the source notebook.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite the other side even if it was edited later.")
    ] = False,
) -> None:
    """Make source notebooks from the lessons' text, or the text from a notebook."""
    from course.authoring.build import build_notebook, build_text

    workspace = _workspace()
    for lesson in _chosen(workspace, lessons):
        make, path = (
            (build_text, workspace.text(lesson))
            if from_notebook
            else (build_notebook, workspace.source(lesson))
        )
        changed = make(workspace, lesson, force=force)
        console.print(f"{'wrote' if changed else 'unchanged'} {path.relative_to(workspace.root)}")


@app.command()
def release(lessons: Lessons = None) -> None:
    """Check lessons against their own tests and make the students' notebooks."""
    from course.authoring.release import import_roster, release_lesson

    course = _course()
    students = import_roster(course)
    if students:
        console.print(f"{students} students from {course.settings.roster} are in the gradebook")
    for lesson in _chosen(course.workspace, lessons):
        with console.status(f"{lesson}: running its solution against its tests"):
            outcome = release_lesson(course, lesson)
        path = course.workspace.release(lesson).relative_to(course.workspace.root)
        console.print(f"[green]released[/] {path}: {outcome.max_score:g} points")


@app.command()
def collect(
    lesson: Lesson,
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="FROM",
            help="A folder or zip as Moodle or Canvas export it, or of STUDENT/...ipynb; "
            "nbgrader's exchange if none.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let older work take the place of newer.")
    ] = False,
) -> None:
    """Take in what students have handed in; exit code 1 if something was left out."""
    from course.grading.collect import collect_download, collect_exchange

    course = _course()
    name = course.workspace.lesson(lesson)
    if source is None:
        made = collect_exchange(course, name)
    else:
        made = collect_download(course, name, source, force)
    for done in made.taken:
        note = f": {done.note}" if done.note else ""
        console.print(_plain(f"{done.status} {done.student}{note}"), soft_wrap=True)
    for warning in made.warnings:
        console.print(f"[yellow]nbgrader warns:[/] {_plain(warning)}", soft_wrap=True)
    for left in made.left:
        console.print(f"[red]left out[/] {_plain(f'{left.name}: {left.reason}')}", soft_wrap=True)
    if not made.taken and not made.left:
        console.print(f"nobody has handed in {name} there")
    if made.left:
        raise typer.Exit(1)
    console.print(f"next: course grade {name}")


@app.command()
def grade(
    lesson: Lesson,
    only: Only = None,
    again: Annotated[
        bool, typer.Option("--again", help="Grade unchanged submissions too.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="Submissions at the same time; else one a core."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler to grade on."),
    ] = None,
    no_jail: Annotated[
        bool, typer.Option("--no-jail", help="Run students' code without any wall around it.")
    ] = False,
) -> None:
    """Grade every submission of a lesson that is new or changed."""
    if scheduler is None:
        _warm_up()
    course = _course().with_options(
        "Grading", workers=workers, scheduler=scheduler, jail=False if no_jail else None
    )
    results = _grade(course, course.workspace.lesson(lesson), only, again)
    table = Table("student", "status", "score", "remarks", title=lesson)
    colour = {"graded": "green", "unchanged": "dim", "failed": "red"}
    for done in results:
        score = f"{done.score:g} / {done.max_score:g}"
        status = f"[{colour[done.status]}]{done.status}[/]"
        table.add_row(_plain(done.student), status, score, _plain("; ".join(done.notes)))
    console.print(table)
    console.print(f"next: course feedback {lesson}, course report {lesson}")


def _warm_up() -> None:
    """Let the rooms' imports begin while this process still does its own."""
    from course.grading.engine import warm_up

    warm_up()


def _grade(course, lesson: str, only: str | None = None, again: bool = False) -> list:
    from course.grading.batch import grade_lesson, submissions
    from course.grading.settings import Grading

    students = submissions(course, lesson, only)
    if not Grading(course.config).jail:
        console.print(
            "[bold red]no jail:[/] students' code runs as you, and may read and change whatever "
            "you may: your files, the gradebook, the network. Its points cannot be trusted."
        )
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    results, begun = [], time.monotonic()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(f"grading {lesson}", total=len(students), rate="starting")
        for done in grade_lesson(course, lesson, students, again):
            results.append(done)
            rate = 60 * len(results) / (time.monotonic() - begun)
            progress.update(task, advance=1, rate=f"{rate:.0f} a minute")
    return sorted(results, key=lambda done: done.student)


@app.command()
def feedback(lesson: Lesson, only: Only = None) -> None:
    """Write the page that each student of a graded lesson gets back."""
    from course.grading.feedback import write_feedback

    course = _course()
    failed = 0
    for student, page in write_feedback(course, course.workspace.lesson(lesson), only):
        if isinstance(page, str):
            failed += 1
            console.print(f"[red]no page[/] for {_plain(student)}: {_plain(page)}")
        else:
            console.print(f"wrote {_plain(str(page.relative_to(course.workspace.root)))}")
    if failed:
        raise typer.Exit(1)


@app.command()
def report(lesson: Lesson) -> None:
    """Write a lesson's report: a page, a picture, and CSV files, also for Moodle and Canvas."""
    from course.grading.report import write_report

    course = _course()
    made = write_report(course, course.workspace.lesson(lesson))
    _print_grades(made.grades)
    for path in made.files:
        console.print(f"wrote {path.relative_to(course.workspace.root)}")


@app.command()
def audit(
    lesson: Annotated[
        str | None, typer.Argument(help="A lesson by name, such as 02-neurons; all if none.")
    ] = None,
    exercise: Annotated[
        str | None, typer.Argument(help="One of its exercises, such as relu; all if none.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all that was found.")
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="In one process only, without the two rooms.")
    ] = False,
    seeds: Annotated[
        int,
        typer.Option(
            "--seeds", metavar="N", help="Judge right answers under N seeds, too; 30, say."
        ),
    ] = 0,
) -> None:
    """Test the tests: right answers, wrong ones and mutants; exit code 1 below the bar."""
    import json

    from course.audit.page import write_page
    from course.audit.run import audit_lesson

    if seeds and seeds < 2:
        raise CourseError(f"--seeds {seeds}: one seed tells nothing; give 2 or more, 30 say")
    course = _course()
    workspace = course.workspace
    audits = []
    for name in [workspace.lesson(lesson)] if lesson else workspace.lessons():
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            tasks = {}

            def show(stage, done, total, name=name, progress=progress, tasks=tasks):
                if stage not in tasks:
                    tasks[stage] = progress.add_task(f"{name}: {stage}", total=total)
                progress.update(tasks[stage], completed=done, total=total)

            made = audit_lesson(course, name, exercise, fast=fast, seeds=seeds, report=show)
            audits.append(made)
        _print_audit(audits[-1])
    page = workspace.root / "reports" / "audit.html"
    write_page(page, audits)
    console.print(f"wrote {page.relative_to(workspace.root)}")
    if json_file:
        found = [made.as_json() for made in audits]
        json_file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
        console.print(f"wrote {_plain(str(json_file))}")
    if any(made.shortfalls() for made in audits):
        raise typer.Exit(1)


def _print_audit(audit) -> None:
    table = Table(
        Column("exercise", no_wrap=True),
        *("right accepted", "wrong caught", "visibly", "told the mistake"),
        *("mutants killed", "equivalent", "seconds"),
        title=audit.lesson,
    )
    for e in audit.exercises:
        shares = map(str, (e.right, e.wrong, e.visibly, e.named, e.killed))
        table.add_row(e.exercise, *shares, str(len(e.equivalent)), f"{e.seconds:.1f}")
    console.print(table)
    for e in audit.exercises:
        for mutant in e.survivors:
            console.print(f"survived: {_plain(f'{e.exercise}/{mutant.name}: {mutant.why}')}")
    if audit.seeded:
        _print_seeded(audit.seeded)
    for line in audit.shortfalls():
        console.print(f"[red]below the bar:[/] {_plain(line)}")


def _print_seeded(answers) -> None:
    table = Table(
        "right answer",
        "passed",
        "tightest threshold",
        Column("margin in sd", justify="right"),
        title="under many seeds",
    )
    for answer in answers:
        passed = f"{answer.seeds - len(answer.failed)}/{answer.seeds}"
        tight = answer.thresholds[0] if answer.thresholds else None
        said = (
            (_plain(f"{tight.test}: {tight.text}"), f"{tight.deviations:.1f}")
            if tight
            else ("", "")
        )
        table.add_row(_plain(f"{answer.exercise}/{answer.name}"), passed, *said)
    console.print(table)


@app.command()
def bundle(
    target: Annotated[
        Path | None, typer.Argument(help="The zip to write; else bundle/keras-courseware.zip.")
    ] = None,
) -> None:
    """Write the zip for students: released lessons, what they import, a start page."""
    from course.authoring.bundle import write_bundle

    path = write_bundle(_workspace(), target)
    console.print(f"wrote {_plain(str(path))}: unzip it, then do what its README.txt says")


@app.command()
def status() -> None:
    """Show what is released, due, handed in, graded and late."""
    from course.grading.status import course_status

    table = Table("lesson", "released", "due (UTC)", "handed in", "graded", "to grade", "late")
    for row in course_status(_course()):
        table.add_row(
            row.lesson,
            "yes" if row.released else "no",
            f"{row.due:%Y-%m-%d %H:%M}" if row.due else "-",
            *(str(n) if n else "-" for n in (row.submitted, row.graded, row.waiting, row.late)),
        )
    console.print(table)


@app.command()
def demo() -> None:
    """Release a lesson, grade a small class of eight in demo/, and show the grades."""
    from course.authoring.release import release_lesson
    from course.coursedir import open_course
    from course.demo import LESSON, demo_workspace, hand_in
    from course.grading.feedback import write_feedback
    from course.grading.report import write_report

    _warm_up()
    main = _workspace()
    workspace = demo_workspace(main)
    course = open_course(workspace)
    outcome = release_lesson(course, LESSON)
    console.print(f"released {LESSON}: {outcome.max_score:g} points")
    students = hand_in(main, workspace)
    console.print(f"{len(students)} students handed in")
    results = {done.student: done for done in _grade(course, LESSON)}
    pages = list(write_feedback(course, LESSON))
    made = write_report(course, LESSON)
    table = Table("student", "handed in", "score", "remarks", title=f"{LESSON}: the demo class")
    for student in students:
        done = results[student.name]
        table.add_row(
            student.name,
            student.handed_in,
            f"{done.score:g} / {done.max_score:g}",
            _plain("; ".join(done.notes)),
        )
    console.print(table)
    console.print("Where to look:")
    for what, path in (
        ("report", made.page),
        ("picture", made.picture),
        ("grades", made.table),
        *(("feedback", page) for _, page in pages),
    ):
        console.print(f"  {what:<10}{_plain(str(path))}", soft_wrap=True)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(context: typer.Context) -> None:
    """Open JupyterLab on your own copy of the lessons; further options go to JupyterLab."""
    from course.lab import copy_lessons, open_lab

    folder, copied = copy_lessons(_workspace())
    for lesson in copied:
        console.print(f"copied {lesson} to {folder.name}/")
    raise typer.Exit(open_lab(folder, context.args))


@app.command()
def doctor() -> None:
    """Check that this environment works: train a tiny model, find Jupyter's kernel."""
    from course.environment import check_environment

    with console.status("training a tiny model"):
        versions = check_environment()
    console.print("ready: " + ", ".join(f"{name} {version}" for name, version in versions.items()))


def _print_grades(grades) -> None:
    table = Table("student", "score", *grades.exercises, title=grades.lesson)
    for grade in grades.students:
        points = (f"{grade.exercises[name]:g}" for name in grades.exercises)
        table.add_row(_plain(grade.student), f"{grade.score:g} / {grade.max_score:g}", *points)
    console.print(table)


def _plain(text: str) -> str:
    """Text that came from outside, with nothing in it for Rich or a terminal to interpret."""
    from rich.markup import escape

    from course.grading.harmless import visible

    return escape(visible(text))


def main() -> None:
    """Run the command; an error that a person can mend is one line and exit code 1."""
    try:
        app()
    except CourseError as error:
        Console(stderr=True).print(f"[red]error:[/] {_plain(str(error))}", soft_wrap=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
