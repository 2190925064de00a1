"""A name of two lines, which no list can show."""

from malformed import write

SCORE = 0
LINE = "cannot be entered in the gradebook"
RUN = True
STUDENT = "ada\nlovelace"


def damage(folder, notebook):
    write(folder, notebook)
