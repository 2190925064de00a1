"""The cells are an object with their numbers for keys, not a list."""

from malformed import write

SCORE = 0
LINE = "it is no Jupyter notebook"


def damage(folder, notebook):
    write(folder, {**notebook, "cells": dict(enumerate(notebook.cells))})
