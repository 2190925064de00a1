"""The notebook is a pipe, at which a reader waits for ever."""

import os

from malformed import FILE

SCORE = 0
LINE = "a pipe or a device"
RUN = True


def damage(folder, notebook):
    os.mkfifo(folder / FILE)
