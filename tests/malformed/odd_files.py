"""Beside the notebook lie a pipe, a dangling link and a link out of the folder."""

import os

from malformed import write

SCORE = 3
LINE = "left out, being links"
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    os.mkfifo(folder / "data.csv")
    (folder / "dangling").symlink_to("nowhere")
    (folder / "home").symlink_to("/")
