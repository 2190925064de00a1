"""Beside the notebook, folders within folders: a path nearly as long as there may be."""

import os

from malformed import write

SCORE = 3
LINE = "left out, being links"
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    here, left = os.getcwd(), 4090 - len(os.fsencode(folder))
    os.chdir(folder)
    try:
        while left > 200:
            os.mkdir("n" * 100)
            os.chdir("n" * 100)
            left -= 101
        with open("d" * (left - 1), "w") as file:
            file.write("1 2 3")
    finally:
        os.chdir(here)
