"""A folder's name in the encoding of old Windows, which is no text here."""

import os

from malformed import write

SCORE = 0
LINE = "cannot be entered in the gradebook"
RUN = True
STUDENT = os.fsdecode("größe".encode("cp1252"))


def damage(folder, notebook):
    write(folder, notebook)
