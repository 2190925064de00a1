"""The notebook is a link to a file beside it: the work is all there."""

from malformed import FILE, write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    write(folder, notebook).rename(folder / "homework.ipynb")
    (folder / FILE).symlink_to("homework.ipynb")
