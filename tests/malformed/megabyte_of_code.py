"""One answer carries its table along: a megabyte of code in one cell."""

from malformed import write, write_answer

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    table = f"TABLE = [{'1234567890, ' * 85_000}]"
    write_answer(notebook, "double", f"{table}\n\n\ndef double(x):\n    return 2 * x")
    write(folder, notebook)
