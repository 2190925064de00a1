"""A file of a gigabyte, which nobody should load."""

from malformed import FILE

SCORE = 0
LINE = "larger than 100 MB"
RUN = True


def damage(folder, notebook):
    with open(folder / FILE, "wb") as file:
        file.truncate(1_000_000_000)
