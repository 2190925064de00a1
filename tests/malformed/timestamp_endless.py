"""timestamp.txt holds a hundred thousand dates."""

from malformed import write

SCORE = 3
LINE = "timestamp.txt is no date"
RUN = True


def damage(folder, notebook):
    (folder / "timestamp.txt").write_text("2026-01-01 12:00 UTC\n" * 100_000)
    write(folder, notebook)
