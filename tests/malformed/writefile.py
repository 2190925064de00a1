"""One answer was written to a file instead of being run."""

from malformed import FILE, write, write_answer

SCORE = 2
LINE = None
RUN = True


def damage(folder, notebook):
    write_answer(notebook, "double", f"%%writefile {FILE}\ndef double(x):\n    return 2 * x")
    write(folder, notebook)
