"""A name with quotes, a semicolon and a percent sign."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = 'Robert\'); DROP TABLE "student";-- 100 %s'


def damage(folder, notebook):
    write(folder, notebook)
