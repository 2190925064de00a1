"""An old notebook of two sheets, with headings as cells of their own."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    cells = [{"cell_type": "heading", "level": 2.5, "source": ["My", " work"], "metadata": {}}]
    for cell in notebook.cells:
        text = "input" if cell.cell_type == "code" else "source"
        old = {"cell_type": cell.cell_type, "metadata": cell.metadata, "outputs": []}
        cells.append({**old, text: cell.source.splitlines(keepends=True)})
    sheets = [{"cells": cells[:6]}, {"cells": cells[6:]}]
    write(folder, {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": sheets})
