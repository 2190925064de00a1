"""One answer asks for a number before it defines anything."""

from malformed import write, write_answer

SCORE = 2
LINE = None
RUN = True


def damage(folder, notebook):
    write_answer(
        notebook, "double", "factor = int(input())\n\n\ndef double(x):\n    return factor * x"
    )
    write(folder, notebook)
