"""One byte of a comment was changed on the way, into one that is a letter in no encoding."""

import json

from malformed import FILE, write_answer

SCORE = 3
LINE = "some letters of the file are damaged"


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(x):\n    return x + x  # größer @")
    content = json.dumps(notebook, ensure_ascii=False).encode()
    (folder / FILE).write_bytes(content.replace(b"@", b"\x81"))
