"""Hands in a hundred thousand cells in an old format, which nbformat converts one by one.

gain: starve
"""

import json


def hand_in(folder, notebook):
    cell = {"cell_type": "code", "input": "x", "outputs": [], "language": "python", "metadata": {}}
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}}
    old["worksheets"] = [{"cells": [cell] * 10**5}]
    (folder / "01-toy.ipynb").write_text(json.dumps(old), "utf-8")
