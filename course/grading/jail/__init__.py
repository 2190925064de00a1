"""A jail for code that nobody vouches for: built by bubblewrap, entered by a forked child.

>>> with Jail(Limits(processes=32), hidden=[course_root]) as jail:      # doctest: +SKIP
...     entrant = enter(jail, main, keep=[read_end, write_end])
...     entrant.wait(timeout=60)
"""

from course.grading.jail.bwrap import find_bwrap, require_jail
from course.grading.jail.door import Entrant, clean_environment, enter
from course.grading.jail.holder import Jail
from course.grading.jail.limits import Limits
from course.grading.jail.memory import MemoryWatcher

__all__ = [
    "Entrant",
    "Jail",
    "Limits",
    "MemoryWatcher",
    "clean_environment",
    "enter",
    "find_bwrap",
    "require_jail",
]
