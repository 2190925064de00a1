"""A comment holds half an emoji, which is no character."""

from malformed import write, write_answer

SCORE = 3
LINE = None


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n    return 2 * x  # \ud83d")
    write(folder, notebook)
