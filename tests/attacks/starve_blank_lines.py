"""Hands in a missing answer and, where it is looked for, a million blank lines that do not parse.

gain: starve
"""

import json

import nbformat


def hand_in(folder, notebook):
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") != "double"
    ]
    lines = "\n" * 10**6
    notebook.cells.append(nbformat.v4.new_code_cell(f"double = ({lines}% 2"))
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
