"""A photograph of the homework is attached to a text cell."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.cells[0]["attachments"] = {"page.png": {"image/png": "iVBORw0KGgo=" * 10_000}}
    write(folder, notebook)
