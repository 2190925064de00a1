"""Hands in answers of a megabyte and a cell of 30, which are parsed, coloured and compared.

gain: starve, reader
"""

import json

import nbformat


def hand_in(folder, notebook):
    code = {"double": "x = 1\n" * 120_000, "count": "count = 1" + "+1" * 300_000}
    for cell in notebook.cells:
        cell.source = code.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    notebook.cells.append(nbformat.v4.new_code_cell("x = 1\n" * 5_000_000))
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
