"""One answer carries its table along: a megabyte of code in one cell."""

from malformed import write, write_answer

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    row = repr("1234567890 " * 90)
    table = f"TABLE = [{f'{row}, ' * 1_000}]"
    write_answer(notebook, "double", f"{table}\n\n\ndef double(x):\n    return 2 * x")
    write(folder, notebook)
