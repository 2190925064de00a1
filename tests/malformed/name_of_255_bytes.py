"""A name as long as the file system allows."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = "a" * 255


def damage(folder, notebook):
    write(folder, notebook)
