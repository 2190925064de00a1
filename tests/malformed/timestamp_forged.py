"""timestamp.txt says that this was handed in in the year 1."""

from malformed import write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 UTC", "utf-8")
