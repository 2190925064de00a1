"""Writes Markdown cells, raw cells and a markdown answer with scripts, styles and odd links.

gain: reader
"""

import json

import nbformat

EVIL = """\
<script>alert(1)</script> <img src=x onerror=alert(1)> [well done](javascript:alert(1))
<style>body { display: none }</style> <iframe src="https://example.org"></iframe>
<form action="https://example.org"><input autofocus onfocus=alert(1)></form>
![x](https://example.org/seen.png) <svg><script>alert(1)</script></svg>
<details open ontoggle=alert(1)> $\\href{javascript:alert(1)}{x}$
"""


def hand_in(folder, notebook):
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(EVIL))
    notebook.cells.append(nbformat.v4.new_raw_cell(EVIL))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double":
            cell.cell_type = "markdown"
            cell.source = EVIL
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
