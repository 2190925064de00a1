"""The notebook is a link to the instructor's, with its solutions."""

from malformed import FILE

SCORE = 0
LINE = "a link to a file outside"
RUN = True


def damage(folder, notebook):
    source = folder.parents[2] / "source" / folder.name / FILE
    (folder / FILE).symlink_to(source)
