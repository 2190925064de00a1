"""One answer is wrong, and every test was emptied so that it looks right."""

from malformed import write, write_answer

SCORE = 2
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n    return x")
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "pass"
    write(folder, notebook)
