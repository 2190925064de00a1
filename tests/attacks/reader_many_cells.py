"""Hands in hundreds of cells and thousands of lines of code.

gain: reader, starve
"""

import json

import nbformat


def hand_in(folder, notebook):
    notebook.cells += [nbformat.v4.new_markdown_cell(f"# {n} " * 20) for n in range(500)]
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.source = "def double(x):\n" + "    x = x\n" * 4000 + "    return x"
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
