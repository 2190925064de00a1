"""The notebook is a link to where it was on the student's machine."""

from malformed import FILE

SCORE = 0
LINE = "a link that leads nowhere"
RUN = True


def damage(folder, notebook):
    (folder / FILE).symlink_to("/home/student/Downloads/homework.ipynb")
