"""Who takes the course on this server, and where it lies, read from class.toml and students.csv.

It reads data alone: nothing that an instructor can write is run as root. It changes nothing.
"""

from __future__ import annotations

import csv
import pwd
import re
import sys
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

_ACCOUNT = re.compile(r"[a-z_][a-z0-9_-]{0,31}")  # what useradd takes, and JupyterHub leaves as is
_LOGINS = ("pam", "shared-password")
_FIRST_OF_PEOPLE = 1000  # smaller user ids are the system's own


@dataclass(frozen=True)
class Classroom:
    """A class: its people by their accounts, and the folders around ``hub/``."""

    hub: Path
    course_id: str
    instructors: tuple[str, ...]
    students: tuple[str, ...]
    grader: str
    login: str
    address: str

    @property
    def course(self) -> Path:
        """The course's folder, the grader's alone: sources, gradebook, submissions."""
        return self.hub.parent / "course"

    @property
    def exchange(self) -> Path:
        """nbgrader's exchange, which everybody sees."""
        return self.hub.parent / "exchange"

    @property
    def private(self) -> Path:
        """What the hub remembers, root's alone: its database, its cookies' secret."""
        return self.hub / "private"

    @property
    def nbgrader(self) -> Path:
        """What everybody's nbgrader is told of this server."""
        return self.hub / "jupyter" / "everyone" / "nbgrader_config.py"

    def jupyter(self, role: str) -> tuple[Path, Path]:
        """Folders of Jupyter's settings for a "student", an "instructor" or the "grader"."""
        return self.hub / "jupyter" / role, self.hub / "jupyter" / "everyone"

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who logs in."""
        return (*self.instructors, *self.students)


def read_classroom(hub: Path) -> Classroom:
    """Read ``class.toml`` in a folder and ``students.csv`` in the ``course`` beside it.

    Parameters
    ----------
    hub : pathlib.Path
        The folder of these files, ``/srv/NAME/hub``.

    Raises
    ------
    SystemExit
        With a sentence that says what to mend.
    """
    path = hub / "class.toml"
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        sys.exit(f"{path}: {error}")
    wanted = {field.name for field in fields(Classroom)} - {"hub", "students"}
    if set(said) != wanted:
        wrong = ", ".join(sorted(set(said) ^ wanted))
        sys.exit(f"{path}: missing or unknown: {wrong}")
    if said["login"] not in _LOGINS:
        sys.exit(f"{path}: login is {said['login']!r}; it can be {' or '.join(_LOGINS)}")
    instructors = tuple(said.pop("instructors"))
    students = _students(hub.parent / "course" / "students.csv")
    room = Classroom(hub=hub, instructors=instructors, students=students, **said)
    _require_accounts(room)
    return room


def _students(roster: Path) -> tuple[str, ...]:
    if not roster.exists():
        sys.exit(
            f"{roster} is missing: the students, with the columns id, first_name, last_name, email"
        )
    with roster.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if "id" not in (rows.fieldnames or ()):
            sys.exit(f"{roster} has no column id")
        return tuple(row["id"].strip() for row in rows if row["id"])


def _require_accounts(room: Classroom) -> None:
    """End with a sentence where a name cannot be an account, or must not be this one."""
    everybody = (*room.people, room.grader)
    for name in everybody:
        if not _ACCOUNT.fullmatch(name):
            sys.exit(
                f"{name!r} cannot be an account: it takes a small letter, then small letters, "
                "digits, - and _, 32 at most"
            )
        if everybody.count(name) > 1:
            sys.exit(f"{name!r} is there more than once among students, instructors and the grader")
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        if account.pw_uid < _FIRST_OF_PEOPLE:
            sys.exit(f"{name!r} is an account of the system itself: choose another name")
