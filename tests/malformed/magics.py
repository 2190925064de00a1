"""Answers with magics and shell lines between the Python."""

from malformed import write, write_answer

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    before = "%matplotlib inline\n!echo working\nfiles = !ls"
    code = f"{before}\ndef double(x):\n    return 2 * x\n%timeit -n1 -r1 double(1)"
    write_answer(notebook, "double", code)
    write(folder, notebook)
