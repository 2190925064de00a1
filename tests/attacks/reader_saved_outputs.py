"""Saves outputs, attachments and widgets in the file, which hold scripts.

gain: reader
"""

import json

import nbformat

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def hand_in(folder, notebook):
    data = {"text/html": EVIL, "application/javascript": "alert(1)", "image/svg+xml": EVIL}
    notebook.cells.append(nbformat.v4.new_code_cell("1"))
    notebook.cells.append(nbformat.v4.new_markdown_cell("![x](attachment:x.svg)"))
    notebook.cells[-1].attachments = {"x.svg": {"image/svg+xml": EVIL, "text/html": EVIL}}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [nbformat.v4.new_output("display_data", data)]
    notebook.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {
            "state": {"a": {"model_name": "HTMLModel", "state": {"value": EVIL}}}
        }
    }
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
