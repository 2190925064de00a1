"""The file came with no right to read it; an administrator reads it all the same."""

import os

from malformed import write

READABLE = os.name == "posix" and os.geteuid() == 0
SCORE = 3 if READABLE else 0
LINE = None if READABLE else "Permission denied"
RUN = True


def damage(folder, notebook):
    write(folder, notebook).chmod(0)
