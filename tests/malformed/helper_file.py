"""An answer imports a helper that was handed in beside the notebook."""

from malformed import write, write_answer

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    (folder / "my_helpers.py").write_text("def twice(x):\n    return 2 * x\n", "utf-8")
    write_answer(notebook, "double", "from my_helpers import twice as double")
    write(folder, notebook)
