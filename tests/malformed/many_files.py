"""The whole folder of a data set was handed in: three hundred small files."""

from malformed import write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    data = folder / "data"
    data.mkdir()
    for number in range(300):
        (data / f"{number}.txt").write_text(str(number))
    write(folder, notebook)
