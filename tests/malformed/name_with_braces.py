"""A name that looks like a field of a template."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = "{student_id}{0}"


def damage(folder, notebook):
    write(folder, notebook)
