"""timestamp.txt names a moment before the calendar begins."""

from malformed import write

SCORE = 3
LINE = "timestamp.txt is no date"
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +1400", "utf-8")
