"""Beside the notebook lies a file whose name is in the encoding of old Windows."""

import os

from malformed import write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    with open(os.path.join(os.fsencode(folder), b"gr\xf6\xdfe.csv"), "wb") as file:
        file.write(b"1,2\n")
    write(folder, notebook)
