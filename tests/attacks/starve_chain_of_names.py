"""Hands in cells that name one object by a hundred thousand names, each after the one before.

gain: starve
"""

import json

import nbformat


def hand_in(folder, notebook):
    for cell in range(40):
        numbers = range(2500 * cell, 2500 * (cell + 1))
        code = "\n".join(f"n{number + 1} = n{number}" for number in numbers)
        notebook.cells.insert(0, nbformat.v4.new_code_cell(code))
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
