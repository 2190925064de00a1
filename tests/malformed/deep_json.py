"""Nothing but opening brackets, a hundred thousand deep."""

from malformed import FILE

SCORE = 0
LINE = "nested too deeply"


def damage(folder, notebook):
    (folder / FILE).write_bytes(b"[" * 100_000)
