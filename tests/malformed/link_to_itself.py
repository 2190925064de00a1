"""The notebook is a link to itself."""

from malformed import FILE

SCORE = 0
LINE = "a link that leads nowhere"
RUN = True


def damage(folder, notebook):
    (folder / FILE).symlink_to(FILE)
