"""A browser added .txt to the notebook's name."""

from malformed import FILE, write

SCORE = 3
LINE = "must keep its name"
RUN = True


def damage(folder, notebook):
    write(folder, notebook).rename(folder / f"{FILE}.txt")
