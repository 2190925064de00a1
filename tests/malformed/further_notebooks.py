"""Other notebooks lie beside the right one, one of them broken."""

from malformed import write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    write(folder, notebook)
    (folder / "Untitled.ipynb").write_text("{", "utf-8")
    notebook.cells = []
    write(folder, notebook, "scratch.ipynb")
