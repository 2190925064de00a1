"""Runs the benchmark and prints, draws and writes what it measured: ``python -m bench --help``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import nbformat
from rich.console import Console
from rich.table import Table

from bench import machine
from bench.bare import BareCells
from bench.contestants import Course, Grading, StockNbgrader
from bench.measure import CommandFailed
from bench.otter_grader import VERSION, CannotInstall, OtterGrader
from bench.plot import draw
from bench.results import (
    ALL,
    BARE,
    BARE_ALL,
    LARGER,
    NBGRADER,
    ONE,
    OTTER,
    Difference,
    Row,
    Target,
    as_json,
    differences,
    growth,
    row_of,
    targets,
)
from bench.submissions import make_class
from course.audit.variants import load_variants

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "bench" / "work"
Notebooks = dict[str, bytes]  # student → what was handed in
LESSON, LONG = "03-keras-models", "02-neurons"
SHORT_NAMES = {
    "nbgrader": NBGRADER,
    "otter": OTTER,
    "one": ONE,
    "all": ALL,
    "larger": LARGER,
    "bare": BARE,
    "bare-all": BARE_ALL,
}
_SHOWN = 10  # differences of scores that are printed; all are written
console = Console(width=None if sys.stdout.isatty() else 120)


def main() -> int:
    """Run what the options ask for; 0 if it could be measured, whether or not targets are met."""
    options = _options()
    if sys.platform != "linux":
        console.print("error: memory and time are read from Linux's /proc; there is none here")
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    about = machine.describe()
    console.print(", ".join(f"{name} {value}" for name, value in about.items()), highlight=False)
    gradings, missing = _compare(options)
    workers = {ALL: machine.cores(), LARGER: machine.cores()}
    sizes = _sizes(options)
    rows = {
        name: row_of(name, workers.get(name, 1), sizes[name], grading)
        for name, grading in gradings.items()
    }
    grown, failed = _grow(options) if "growth" in options.only else ({}, {})
    missing |= failed
    growths = {size: growth(done.finished, machine.cores()) for size, done in grown.items()}
    lengths = {
        size: row_of(f"{size} of {LONG}", machine.cores(), size, done)
        for size, done in grown.items()
    }
    found = targets(rows, machine.cores(), growths)
    disagreements = _disagreements(gradings)
    title = f"one class of {options.lesson}; a smaller number is its beginning"
    _print(rows, missing, lengths, found, disagreements, title)
    result = {
        "machine": about,
        "options": {
            "submissions": sizes,
            "seed": options.seed,
            "lesson": options.lesson,
        },
        "contestants": as_json(rows),
        "missing": missing,
        "growth": {
            str(size): {**asdict(lengths[size]), "seconds_by_part": growths[size]} for size in grown
        },
        "targets": [asdict(target) for target in found],
        "differences": {
            name: [asdict(difference) for difference in each]
            for name, each in disagreements.items()
        },
        "scores": {
            name: {student: sum(points.values()) for student, points in done.scores.items()}
            for name, done in gradings.items()
        },
    }
    (WORK / "bench.json").write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    console.print(f"numbers: {WORK / 'bench.json'}", soft_wrap=True)
    if rows and all(row.steady_per_minute for row in rows.values()):
        draw(rows, growths, options.lesson, LONG, WORK / "bench.png")
        console.print(f"picture: {WORK / 'bench.png'}", soft_wrap=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Grade one class with nbgrader, otter-grader and this course, side by side.",
    )
    names = (*SHORT_NAMES, "growth")
    parser.add_argument("--lesson", help=f"what they are compared on; default {LESSON}")
    for name, what in _SIZE_OPTIONS.items():
        parser.add_argument(f"--{name}", type=int, metavar="N", help=what)
    parser.add_argument(
        "--growth",
        type=int,
        nargs="+",
        metavar="N",
        help=f"sizes of the classes of {LONG}; default 10 100, none with --quick",
    )
    parser.add_argument("--full", action="store_true", help=f"also 1,000 submissions of {LONG}")
    parser.add_argument(
        "--only", choices=names, nargs="+", default=names, metavar="NAME", help=", ".join(names)
    )
    parser.add_argument("--seed", type=int, default=0, help="of the class; default 0")
    parser.add_argument(
        "--quick",
        action="store_true",
        help=f"a trial of {LONG} alone, with few submissions of each, in under 3 minutes",
    )
    parser.add_argument(
        "--no-jail", action="store_true", help="grade without a jail, where none can be built"
    )
    options = parser.parse_args()
    options.lesson = options.lesson or (LONG if options.quick else LESSON)
    defaults = (3, 2, 9) if options.quick else (6, 3, 24)
    for name, default in zip(_SIZE_OPTIONS, defaults, strict=True):
        setattr(options, name, getattr(options, name) or default)
    options.growth = options.growth or ([] if options.quick else [10, 100])
    options.growth += [1000] if options.full and 1000 not in options.growth else []
    if not _source(options.lesson).exists():
        parser.error(f"there is no {_source(options.lesson)}")
    # The first of each worker carries its start-up and is left out of the steady rate.
    least = machine.cores() + 1
    if min(options.submissions, options.larger, *options.growth) < least or options.otter < 2:
        parser.error(f"a class has {least} submissions at least, and 2 for otter-grader")
    return options


_SIZE_OPTIONS = {
    "submissions": "of the lesson, for every grader; default 6",
    "otter": "for otter-grader, which takes longest; default 3",
    "larger": "for course grade with all cores once more; default 24",
}


def _sizes(options: argparse.Namespace) -> dict[str, int]:
    """Contestant → how many submissions it grades, from the first of the class."""
    sizes = dict.fromkeys(SHORT_NAMES.values(), options.submissions)
    return sizes | {OTTER: options.otter, LARGER: options.larger}


def _source(lesson: str) -> Path:
    return ROOT / "source" / lesson / f"{lesson}.ipynb"


def _compare(options: argparse.Namespace) -> tuple[dict[str, Grading], dict[str, str]]:
    """Let every contestant grade the same files; who cannot, and why."""
    source, sizes = _source(options.lesson), _sizes(options)
    stock = StockNbgrader(WORK / "nbgrader", source)
    release = stock.release()

    def ours(folder: str, workers: int) -> Callable[[Notebooks], Grading]:
        def grade(notebooks: Notebooks) -> Grading:
            course = _course(folder, source, workers, options)
            course.release()
            return course.grade(notebooks)

        return grade

    start: dict[str, Callable[[Notebooks], Grading]] = {
        NBGRADER: stock.grade,
        OTTER: lambda those: OtterGrader(WORK / "otter", WORK / "otter-env", source).grade(those),
        ONE: ours("one", 1),
        ALL: ours("all", machine.cores()),
        LARGER: ours("larger", machine.cores()),
        BARE: lambda those: BareCells(WORK / "bare", source, whole=False).grade(those),
        BARE_ALL: lambda those: BareCells(WORK / "bare-all", source, whole=True).grade(those),
    }
    if machine.cores() == 1:  # that is one worker already
        del start[ALL]
    wanted = {SHORT_NAMES[name] for name in options.only if name in SHORT_NAMES}
    gradings, missing = {}, {}
    for name, grade in start.items():
        if name not in wanted:
            continue
        size = sizes[name]
        notebooks = _class(release, source, size, options.seed)
        with console.status(f"{name}: {size} submissions of {options.lesson}"):
            try:
                gradings[name] = _complete(grade(notebooks), size)
            except Exception as error:  # one that breaks must not cost the others' minutes
                known = isinstance(error, CannotInstall | CommandFailed)
                missing[name] = str(error) if known else f"{type(error).__name__}: {error}"
                console.print(f"{name}: not measured: {missing[name]}", highlight=False)
                continue
        wall = gradings[name].measured.wall
        console.print(f"{name}: {size} in {wall:.1f} s", highlight=False)
    return gradings, missing


def _grow(options: argparse.Namespace) -> tuple[dict[int, Grading], dict[str, str]]:
    """Grade larger and larger classes of a small lesson with all cores; what failed, and why."""
    source = _source(LONG)
    done, missing = {}, {}
    for size in sorted(options.growth):
        course = _course("growth", source, machine.cores(), options)
        with console.status(f"{size} submissions of {LONG}"):
            try:
                notebooks = _class(course.release(), source, size, options.seed)
                done[size] = _complete(course.grade(notebooks), size)
            except CommandFailed as error:
                missing[f"{size} of {LONG}"] = str(error)
                continue
        console.print(f"{size} of {LONG} in {done[size].measured.wall:.1f} s", highlight=False)
    return done, missing


def _complete(grading: Grading, size: int) -> Grading:
    """The same; a grading that left submissions out was faster than it should have been."""
    if len(grading.finished) < size:
        raise CommandFailed(f"only {len(grading.finished)} of {size} submissions were graded")
    return grading


def _class(release: Path, source: Path, size: int, seed: int) -> Notebooks:
    notebooks = make_class(
        nbformat.read(release, as_version=4),
        nbformat.read(source, as_version=4),
        load_variants(ROOT / "tests" / "variants" / source.stem),
        size,
        seed,
    )
    return {student: nbformat.writes(work).encode() for student, work in notebooks.items()}


def _course(folder: str, source: Path, workers: int, options: argparse.Namespace) -> Course:
    configuration = ROOT / "nbgrader_config.py"
    return Course(WORK / folder, source, configuration, workers, jail=not options.no_jail)


def _disagreements(gradings: dict[str, Grading]) -> dict[str, list[Difference]]:
    """Contestant → where its scores differ from ours, our other runs' as well."""
    ours = next((name for name in (LARGER, ALL, ONE) if name in gradings), None)
    if ours is None:
        return {}
    scores = gradings[ours].scores
    found = {}
    for name, done in gradings.items():
        both = {student: scores[student] for student in scores if student in done.scores}
        if name != ours:
            found[name] = differences(both, done.scores, done.remarks)
    return found


def _print(
    rows: dict[str, Row],
    missing: dict[str, str],
    lengths: dict[int, Row],
    found: list[Target],
    disagreements: dict[str, list[Difference]],
    title: str,
) -> None:
    columns = (
        *("workers", "class", "s, whole", "start-up", "s each", "a minute"),
        *("CPU s each", "peak MiB"),
    )
    table = Table(title=title)
    table.add_column("grader", min_width=max(map(len, SHORT_NAMES.values())))
    for name in columns:
        table.add_column(name, justify="right")
    for row in [*rows.values(), *lengths.values()]:
        table.add_row(row.name, *_cells(row))
    for name in missing:
        table.add_row(name, *["-"] * len(columns))
    console.print(table)
    for name, why in missing.items():
        console.print(f"{name}: not measured: {why}", highlight=False)
    console.print(
        "class: submissions graded; start-up: seconds of the command beyond the steady rate's.\n"
        "each, a minute: the steady rate, from the first submission done (of each worker) to the "
        "last.\nCPU: of the whole command; peak: proportional set size of all its processes.\n"
        f"otter-grader is {VERSION}, one `otter run` after another.",
        highlight=False,
    )
    for name, each in disagreements.items():
        console.print(f"scores of {name}: {_agreement(each)}", highlight=False)
        for difference in each[:_SHOWN]:
            ours, theirs = (_points(value) for value in (difference.ours, difference.theirs))
            remark = f" ({difference.remark})" if difference.remark else ""
            console.print(
                f"  {difference.student} {difference.test}: ours {ours}, there {theirs}{remark}",
                highlight=False,
            )
        if len(each) > _SHOWN:
            console.print(f"  and {len(each) - _SHOWN} more, in bench.json")
    for target in found:
        value = "-" if target.value is None else f"{target.value:.3g}"
        console.print(
            f"{target.verdict:>12}: {value} {target.what} (target: {target.bound})", highlight=False
        )


def _cells(row: Row) -> list[str]:
    return [
        str(row.workers),
        str(row.submissions),
        f"{row.wall:.1f}",
        _number(row.start_up, 1),
        _number(row.steady, 2),
        _number(row.steady_per_minute, 1),
        f"{row.cpu_each:.2f}",
        "not measured" if row.hidden else f"{row.peak_mib:.0f}",
    ]


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _agreement(found: list[Difference]) -> str:
    return f"{len(found)} tests differ from ours" if found else "the same as ours, test by test"


def _points(value: float | None) -> str:
    return "no score" if value is None else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main())
