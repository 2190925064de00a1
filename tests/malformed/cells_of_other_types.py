"""Among the cells there are numbers, lists, nulls and texts."""

from malformed import write

SCORE = 3
LINE = "some cells were damaged"


def damage(folder, notebook):
    cells = [None, 1, *notebook.cells[:3], [], "double", *notebook.cells[3:], {}]
    write(folder, {**notebook, "cells": cells})
