"""Takes in what a class has handed in: from nbgrader's exchange, or as Moodle and Canvas export it.

nbgrader does the collecting; what is ours is to know whose each file is, and never to lose, guess
or overwrite newer work with older.
"""

from __future__ import annotations

import contextlib
import copy
import logging
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.auth import Authenticator
from nbgrader.exchange import ExchangeError, ExchangeFactory
from nbgrader.utils import parse_utc

from course.authoring.release import import_roster
from course.coursedir import OpenCourse
from course.errors import CourseError
from course.grading.downloads import DownloadedFile, Left, files_of
from course.grading.grades import Person, people_of
from course.grading.intake import MAX_BYTES, TIMESTAMP, home_of
from course.grading.nbgrader_log import log_to
from course.grading.recognise import recognise

# "Ada Lovelace_4711_assignsubmission_file_/NAME"; without folders the name follows at once. The
# number is that of the submission, not of the student.
_MOODLE = re.compile(
    r"(?P<name>[^/]+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_?/?(?P<rest>.+)", re.S
)
# "lovelaceada_LATE_4711_90210_NAME-1.ipynb": the student's number, the file's, the attempt's.
_CANVAS = re.compile(
    r"(?P<name>[^_/]+)_(?:(?P<late>late)_)?(?P<user>\d+)_(?P<number>\d+)_(?P<rest>.+)",
    re.S | re.IGNORECASE,
)
_ATTEMPT = re.compile(r"-\d+$")


@dataclass(frozen=True)
class Collected:
    """What became of one student's work.

    Attributes
    ----------
    status : str
        "collected", "updated", "unchanged", or "kept" where what was there is newer.
    """

    student: str
    status: str
    note: str = ""


@dataclass(frozen=True)
class Collection:
    """What one collecting did: students' work, and what was left where it is."""

    taken: tuple[Collected, ...]
    left: tuple[Left, ...] = ()
    warnings: tuple[str, ...] = ()  # nbgrader's, such as that a folder is owned by another student


def collect_download(
    course: OpenCourse, lesson: str, source: Path, force: bool = False
) -> Collection:
    """Take in a folder or a zip file of submissions.

    It may be as Moodle or Canvas export it, or hold ``STUDENT/...ipynb`` or ``STUDENT.ipynb``.

    Parameters
    ----------
    course, lesson
    source : pathlib.Path
    force : bool
        Let older work take the place of newer.

    Raises
    ------
    CourseError
        If the gradebook has no students, or the zip is damaged, too large or made to do harm.
    """
    import_roster(course)
    with course.gradebook() as gradebook:
        people = people_of(gradebook)
    if not people:
        raise CourseError(
            f"the gradebook has no students: write {course.settings.roster} with the columns "
            "id, first_name, last_name, email and collect again"
        )
    with TemporaryDirectory(prefix="collect-") as temporary:
        scratch = Path(temporary)
        ignore = tuple(course.coursedir().ignore)
        files, left = files_of(source, scratch / "unpacked", ignore)
        parcels = _parcels(files, lesson, people)
        known, unknown = _addressed(parcels, people)
        taken, wanting = [], []
        for person, parcel in known:
            verdict = _judge(course, lesson, person, parcel, force)
            (left if isinstance(verdict, Left) else taken).append(verdict)
            if isinstance(verdict, Collected) and verdict.status in ("collected", "updated"):
                wanting.append((person.id, parcel))
        _hand_to_nbgrader(course, lesson, wanting, scratch)
    by_student = sorted(taken, key=lambda done: done.student)
    return Collection(tuple(by_student), (*left, *unknown))


def collect_exchange(course: OpenCourse, lesson: str) -> Collection:
    """Take in the newest submissions in nbgrader's exchange.

    Raises
    ------
    CourseError
        With nbgrader's own words, if the exchange cannot be used.
    """
    coursedir = course.coursedir(lesson)
    before = _timestamps(course, lesson)
    exchange = ExchangeFactory(config=course.config)
    step = exchange.Collect(
        coursedir=coursedir, authenticator=Authenticator(config=course.config), config=course.config
    )
    step.update = True
    with _warnings() as warnings:
        try:
            step.start()
        except ExchangeError as error:
            raise CourseError(f"nbgrader's exchange: {error}") from None
    taken = []
    for student, stamp in _timestamps(course, lesson).items():
        old = before.get(student)
        status = "collected" if old is None else "unchanged" if old == stamp else "updated"
        taken.append(Collected(student, status))
    return Collection(tuple(taken), warnings=tuple(warnings))


@contextlib.contextmanager
def _warnings() -> Iterator[list[str]]:
    """What nbgrader warns of, in a line each, instead of on the terminal."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(" ".join(record.getMessage().split()))
    with log_to(handler):
        yield found


@dataclass
class _Parcel:
    """What a download holds of one student."""

    label: str  # as in the download
    name: str
    user: str = ""  # the platform's number
    late: bool = False
    files: dict[str, DownloadedFile] = field(default_factory=dict)  # name to keep it by → file
    numbers: dict[str, int] = field(default_factory=dict)  # the same → Canvas's number of the file

    def put(self, name: str, file: DownloadedFile, number: int = 0) -> None:
        """Keep a file; of two by the same name, the one that came later."""
        if name not in self.files or number > self.numbers[name]:
            self.files[name], self.numbers[name] = file, number

    @property
    def when(self) -> float:
        """When it was handed in, as far as the download knows; 0 if it does not."""
        if TIMESTAMP in self.files and (stamp := _read_stamp(self.files[TIMESTAMP].path)):
            return stamp
        return max(file.when for file in self.files.values())


def _parcels(
    files: Sequence[DownloadedFile], lesson: str, people: Sequence[Person]
) -> list[_Parcel]:
    """The files of a download by whom they are from, as far as their names say."""
    parcels: dict[tuple[str, ...], _Parcel] = {}
    for name, file in _unwrapped(files, people):
        if match := _MOODLE.fullmatch(name):
            key = ("moodle", match["name"], match["number"])
            parcel = parcels.setdefault(key, _Parcel(name[: match.start("rest")], match["name"]))
            parcel.put(match["rest"], file)
        elif match := _CANVAS.fullmatch(name):
            key = ("canvas", match["name"], match["user"])
            label = f"{match['name']}_{match['user']}"
            parcel = parcels.setdefault(key, _Parcel(label, match["name"], match["user"]))
            parcel.late |= bool(match["late"])
            parcel.put(_without_attempt(match["rest"], lesson), file, int(match["number"]))
        else:
            first, slash, rest = name.partition("/")
            student, kind = (first, "") if slash else os.path.splitext(first)
            parcel = parcels.setdefault(("plain", student), _Parcel(first, student))
            parcel.put(rest or f"{lesson}{kind}", file)
    for parcel in parcels.values():
        parcel.files = _flattened(_of_lesson(parcel.files, lesson))
    return list(parcels.values())


def _unwrapped(
    files: Sequence[DownloadedFile], people: Sequence[Person]
) -> list[tuple[str, DownloadedFile]]:
    """Names without a folder around the whole download, such as the lesson's."""
    whole = names = [file.name for file in files]
    while not any(_is_addressed(name, people) for name in names):
        first = names[0].partition("/")[0] if names else ""
        if not all(name.startswith(f"{first}/") for name in names) or not names:
            names = whole
            break
        names = [name.removeprefix(f"{first}/") for name in names]
    return list(zip(names, files, strict=True))


def _is_addressed(name: str, people: Sequence[Person]) -> bool:
    """Whether a name in a download says in a known way whose it is."""
    if _MOODLE.fullmatch(name) or _CANVAS.fullmatch(name):
        return True
    first, slash, _ = name.partition("/")
    try:
        return bool(recognise(people, first if slash else os.path.splitext(first)[0]))
    except CourseError:
        return False


def _without_attempt(name: str, lesson: str) -> str:
    """A file's name without the number of the attempt that Canvas puts behind it."""
    stem, kind = os.path.splitext(name)
    return name if "/" in name or stem == lesson else _ATTEMPT.sub("", stem) + kind


def _of_lesson(files: dict[str, DownloadedFile], lesson: str) -> dict[str, DownloadedFile]:
    """The files in the lesson's folder if there is one, as where nbgrader keeps several lessons."""
    return {n: f for n, f in files.items() if n.startswith(f"{lesson}/")} or files


def _flattened(files: dict[str, DownloadedFile]) -> dict[str, DownloadedFile]:
    """Files without the folders that all of them are in."""
    while files and all("/" in name for name in files):
        first = next(iter(files)).partition("/")[0]
        if not all(name.startswith(f"{first}/") for name in files):
            break
        files = {name.partition("/")[2]: file for name, file in files.items()}
    return files


def _addressed(
    parcels: Sequence[_Parcel], people: Sequence[Person]
) -> tuple[list[tuple[Person, _Parcel]], list[Left]]:
    """The parcels of students who are known, one each; and why the others' stay."""
    left, found = [], []
    for parcel in parcels:
        try:
            found.append((recognise(people, parcel.name, parcel.user), parcel))
        except CourseError as error:
            left.append(Left(parcel.label, str(error)))
    known = []
    for person, parcel in found:
        same = [other.label for one, other in found if one == person and other is not parcel]
        if same:
            also = ", ".join(map(repr, same))
            left.append(Left(parcel.label, f"it would be {person.id}'s, but so would {also}"))
        else:
            known.append((person, parcel))
    return known, left


def _judge(
    course: OpenCourse, lesson: str, person: Person, parcel: _Parcel, force: bool
) -> Collected | Left:
    """Whether a parcel is to be taken in."""
    folder = course.folder("submitted", person.id, lesson)
    if Path(person.id).name != person.id:
        return Left(parcel.label, f"the student's id {person.id!r} cannot be a folder's name")
    if folder.resolve() != home_of(folder):
        return Left(parcel.label, f"{folder} is a link to another folder")
    if not any(".ipynb" in name.lower() for name in parcel.files):
        return Left(parcel.label, f"there is no notebook in it: {', '.join(parcel.files)}")
    if sum(file.path.stat().st_size for file in parcel.files.values()) > MAX_BYTES:
        return Left(parcel.label, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    note = "Canvas says it is late" if parcel.late else ""
    present = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    if not present:
        return Collected(person.id, "collected", note)
    if _is_same(present, parcel.files):
        return Collected(person.id, "unchanged", note)
    stamp = _read_stamp(present[TIMESTAMP]) if TIMESTAMP in present else 0.0
    before = stamp or max(path.stat().st_mtime for path in present.values())
    if parcel.when <= before and not force:
        reason = "what is in submitted/ is newer; --force takes the download's"
        return Collected(person.id, "kept", reason)
    return Collected(person.id, "updated", note)


def _is_same(present: dict[str, Path], files: dict[str, DownloadedFile]) -> bool:
    """Whether files have the same names and contents; a date that only we have does not count."""
    names = set(present) if TIMESTAMP in files else set(present) - {TIMESTAMP}
    return names == set(files) and all(
        present[name].read_bytes() == file.path.read_bytes() for name, file in files.items()
    )


def _hand_to_nbgrader(
    course: OpenCourse, lesson: str, wanting: Sequence[tuple[str, _Parcel]], scratch: Path
) -> None:
    """Let nbgrader's zip collecting put files into ``submitted/``, from folders by student."""
    if not wanting:
        return
    extracted = scratch / "downloaded" / lesson / "extracted"
    for student, parcel in wanting:
        for name, file in parcel.files.items():
            target = extracted / student / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.path, target)
    config = copy.deepcopy(course.config)
    layout = os.path.join(scratch, "{downloaded}", "{assignment_id}", "{collect_step}")
    config.ZipCollectApp.update(collect_directory_structure=layout, force=True, log_level="ERROR")
    config.FileNameCollectorPlugin.named_regexp = (
        f"(?s){re.escape(str(extracted))}/(?P<student_id>[^/]+)/(?P<file_id>.+)"
    )
    kinds = {os.path.splitext(name)[1] for _, parcel in wanting for name in parcel.files}
    config.FileNameCollectorPlugin.valid_ext = sorted(kinds)
    app = ZipCollectApp(config=config)
    app.coursedir = course.coursedir(lesson)
    try:
        app.init_plugins()
        app.process_extracted_files()
    except (OSError, SystemExit) as error:
        raise CourseError(f"nbgrader's zip collect ended early: {error}") from None
    for student, parcel in wanting:  # a copy is as old as what it is a copy of
        for name, file in parcel.files.items():
            path = course.folder("submitted", student, lesson) / name
            if file.when:
                os.utime(path, (file.when, file.when))


def _timestamps(course: OpenCourse, lesson: str) -> dict[str, float]:
    """Student → the date of what is in ``submitted/``; 0 if it has none."""
    students = course.students_with("submitted", lesson)
    folders = {student: course.folder("submitted", student, lesson) for student in students}
    return {student: _read_stamp(folder / TIMESTAMP) for student, folder in folders.items()}


def _read_stamp(path: Path) -> float:
    try:
        return parse_utc(path.read_text("utf-8").strip()).timestamp()
    except Exception:  # dateutil raises many kinds for what is no date
        return 0.0
