"""timestamp.txt is a pipe."""

import os

from malformed import write

SCORE = 3
LINE = "timestamp.txt is no date"
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    os.mkfifo(folder / "timestamp.txt")
