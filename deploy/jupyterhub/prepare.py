"""Make what the hub needs: accounts, folders and who may enter them. Deletes nothing.

Run it as root by the hub's own Python, and again whenever somebody joined the class.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

from classroom import Classroom, read_classroom


def prepare(room: Classroom) -> None:
    """Make the accounts and folders of a class, and look whether its walls hold.

    Raises
    ------
    SystemExit
        With a sentence that says what to mend.
    """
    for name in (room.grader, *room.people):
        _make_account(name)
    _give_course(room)
    _make_exchange(room)
    room.private.mkdir(mode=0o700, exist_ok=True)
    _require_exchange(room)
    for student in room.students:
        _require_walls(room, student)


def _make_account(name: str) -> None:
    """An account with a home that is its owner's alone."""
    try:
        account = pwd.getpwnam(name)
    except KeyError:
        command = ["useradd", "--create-home", "--user-group", "--shell", "/bin/bash", name]
        subprocess.run(command, check=True)
        account = pwd.getpwnam(name)
        print(f"made the account {name}")
    os.chmod(account.pw_dir, 0o700)


def _give_course(room: Classroom) -> None:
    """The course's folder is the grader's, and nobody else enters it."""
    owner = f"{room.grader}:{room.grader}"
    subprocess.run(["chown", "--recursive", "--no-dereference", owner, room.course], check=True)
    room.course.chmod(0o700)


def _make_exchange(room: Classroom) -> None:
    """nbgrader wants the exchange open to all; in it, what a user makes is that user's.

    The course's own folder is made here, before anybody else could make one of that name.
    """
    room.exchange.mkdir(exist_ok=True)
    room.exchange.chmod(0o1777)
    own = room.exchange / room.course_id
    own.mkdir(exist_ok=True)
    shutil.chown(own, room.grader, room.grader)
    own.chmod(0o755)


def _require_exchange(room: Classroom) -> None:
    """End with a sentence if the course's own configuration leads to another exchange."""
    program = (
        "import sys; from pathlib import Path; from course.coursedir import open_course; "
        "from course.workspace import Workspace; "
        "print(open_course(Workspace(Path(sys.argv[1]))).config.Exchange.root)"
    )
    found = _run_as(room.grader, sys.executable, "-P", "-c", program, room.course)
    if found.strip().splitlines()[-1:] != [str(room.exchange)]:
        line = f"load_subconfig({str(room.nbgrader)!r})"
        sys.exit(f"{room.course / 'nbgrader_config.py'} needs a last line: {line}")


def _require_walls(room: Classroom, student: str) -> None:
    """End with a sentence if a student could read, or could not read, what matters."""
    found = importlib.util.find_spec("course")
    if found is None:
        sys.exit(f"{sys.prefix} has no package course: see README.md")
    package = Path(found.origin).parent
    homes = (Path(pwd.getpwnam(name).pw_dir) for name in (room.grader, *room.people))
    closed = {*homes, room.course, room.private, package / "lessons"}
    closed.discard(Path(pwd.getpwnam(student).pw_dir))
    opened = {room.exchange, *room.jupyter("student"), package, Path(sys.executable)}
    for path in _readable_by(student, closed):
        sys.exit(f"{student} can read {path}, which must be closed to students")
    for path in opened - _readable_by(student, opened):
        sys.exit(f"{student} cannot read {path}: open it and the folders above to students")


def _readable_by(name: str, paths: set[Path]) -> set[Path]:
    """The paths that an account can read, tried by a process of that account."""
    listed = sorted(paths)
    look = 'for p; do test -r "$p" && echo yes || echo no; done'
    answers = _run_as(name, "/bin/sh", "-c", look, "sh", *listed).split()
    return {path for path, said in zip(listed, answers, strict=True) if said == "yes"}


def _run_as(name: str, *command: str | Path) -> str:
    """What a command prints that an account runs."""
    account = pwd.getpwnam(name)
    done = subprocess.run(
        command,
        user=account.pw_uid,
        group=account.pw_gid,
        extra_groups=os.getgrouplist(name, account.pw_gid),
        cwd="/",
        env={"PATH": os.environ["PATH"], "HOME": account.pw_dir},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{Path(command[0]).name}, run as {name}, failed")
    return done.stdout


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("accounts and folders of others are made by root: use sudo")
    this = read_classroom(Path(__file__).resolve().parent)
    prepare(this)
    print(f"ready for {len(this.students)} students and {', '.join(this.instructors)}")
    print(f"next: jupyterhub -f {this.hub / 'jupyterhub_config.py'}")
