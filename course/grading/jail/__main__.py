"""`python -m course.grading.jail`: builds a jail, runs `true` in it, and says whether that went."""

from __future__ import annotations

import os
import sys

from course.errors import CourseError
from course.grading.jail import Jail, enter


def _true() -> None:
    os.execv("/bin/true", ["true"])


def main() -> int:
    """Exit code 0 if it went; otherwise 1, the last line on stderr being the cause."""
    try:
        with Jail() as jail:
            code = enter(jail, _true).wait()
    except (CourseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    if code:
        print(f"`true` ended with {code} in the jail", file=sys.stderr)
        return 1
    print("a jail can be built here")
    return 0


if __name__ == "__main__":
    sys.exit(main())
