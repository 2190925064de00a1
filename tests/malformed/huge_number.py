"""An execution count of 10,000 digits, more than Python converts."""

import json

from malformed import FILE

SCORE = 3
LINE = None


def damage(folder, notebook):
    text = json.dumps(notebook).replace(
        '"execution_count": null', f'"execution_count": {"9" * 10_000}'
    )
    (folder / FILE).write_text(text, "utf-8")
