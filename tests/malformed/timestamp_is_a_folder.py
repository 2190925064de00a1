"""timestamp.txt is a folder with a file in it."""

from malformed import write

SCORE = 3
LINE = "timestamp.txt is no date"
RUN = True


def damage(folder, notebook):
    (folder / "timestamp.txt").mkdir()
    (folder / "timestamp.txt" / "date").write_text("2026-01-01 UTC")
    write(folder, notebook)
