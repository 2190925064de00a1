"""The cells are not a list."""

from malformed import write

SCORE = 0
LINE = "no Jupyter notebook"


def damage(folder, notebook):
    write(folder, {**notebook, "cells": 7})
