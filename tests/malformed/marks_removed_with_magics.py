"""A new notebook without any mark, and %%time above each answer."""

from malformed import write

SCORE = 3
LINE = "answer double, triple: not in its own cell"
RUN = True


def damage(folder, notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.metadata["nbgrader"]["solution"]:
            cell.source = f"%%time\n{cell.source}"
        cell.metadata = {}
    write(folder, notebook)
