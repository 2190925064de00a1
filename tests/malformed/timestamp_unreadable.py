"""timestamp.txt holds anything but a date."""

from malformed import write

SCORE = 3
LINE = "timestamp.txt is no date"
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    (folder / "timestamp.txt").write_bytes(b"\xff\xfeyesterday, honestly")
