"""Hands in headings with gaps of a million spaces, over which whoever looks for headings despairs.

gain: starve, reader
"""

import json

import nbformat


def hand_in(folder, notebook):
    for mark in ("#", "##"):
        heading = f"{mark} Results{' ' * 10**6}of the second exercise"
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell(heading))
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
