"""Collects from nbgrader's exchange what a student has handed in, and nothing in another's name.

nbgrader's own step goes by the name of a folder, which anybody can choose, and copies what links
point at, which the grader may read though their maker may not. Here a submission, and every file
in it, counts only if it belongs to the account that it is named after.
"""

from __future__ import annotations

import errno
import os
import pwd
import stat
from datetime import datetime
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import ignore_patterns

_BLOCK = 4096  # what the smallest file takes on a disk


class OwnedCollect(ExchangeCollect):
    """nbgrader's collecting, of students' own files alone; what is left out is logged."""

    def init_src(self) -> None:
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path: str) -> dict:
        """What a folder's name says; of nobody, if it is not the folder of the student it names."""
        nobody = {"username": "", "filename": os.path.basename(path), "timestamp": datetime.min}
        try:
            record = super()._path_to_record(path)
            found = os.lstat(path)
            if stat.S_ISDIR(found.st_mode) and found.st_uid == _user_id(record["username"]):
                return record
        except Exception:  # a name without a date: one folder must not end the class's collecting
            self.log.warning("%s is left out: its name says no student and time", path)
            return nobody
        self.log.warning("%s is left out: it does not belong to the student it names", path)
        return nobody

    def do_copy(self, src: str, dest: str, log=None) -> None:
        """Copy the regular files that are the student's, up to nbgrader's limit for a folder."""
        owner = _user_id(os.path.basename(src).rsplit("+", 3)[0])
        room = 1000 * self.coursedir.max_dir_size
        ignored = ignore_patterns(
            exclude=self.coursedir.ignore,
            include=self.coursedir.include,
            max_file_size=self.coursedir.max_file_size,
            log=self.log,
        )
        os.makedirs(dest)
        for folder, inner, files in os.walk(src):
            left = ignored(folder, [*inner, *files])
            inner[:] = sorted(name for name in inner if name not in left)
            for name in sorted(name for name in files if name not in left):
                path = Path(folder, name)
                try:
                    content = _read_own(path, owner, room)
                    target = Path(dest, path.relative_to(src))
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(content)
                    room -= max(len(content), _BLOCK)
                except OSError as error:
                    self.log.warning("%s is left out: %s", path, error.strerror)


def _user_id(student: str) -> int | None:
    try:
        return pwd.getpwnam(student).pw_uid
    except KeyError:
        return None


def _read_own(path: Path, owner: int | None, limit: int) -> bytes:
    """A file's content, looked at by its open descriptor so that nobody can exchange it meanwhile.

    Raises
    ------
    OSError
        If it is no regular file, another account's, or larger than ``limit`` bytes.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise OSError(0, "it is a link") if error.errno == errno.ELOOP else error from None
    with open(file, "rb") as opened:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode) or found.st_uid != owner:
            raise OSError(0, "it is no file of the student's own")
        content = opened.read(max(limit, 0) + 1)
    if len(content) > limit:
        raise OSError(0, "the submission is too large")
    return content
