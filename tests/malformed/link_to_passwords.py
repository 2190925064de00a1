"""The notebook is a link to a file of the machine's."""

from malformed import FILE

SCORE = 0
LINE = "a link to a file outside"
RUN = True


def damage(folder, notebook):
    (folder / FILE).symlink_to("/etc/passwd")
