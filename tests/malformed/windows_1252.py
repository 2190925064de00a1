"""An editor saved the file in the encoding of old Windows."""

import json

from malformed import FILE, write_answer

SCORE = 3
LINE = "the file is in Windows-1252"


def damage(folder, notebook):
    write_answer(notebook, "double", "def double(größe):  # so groß\n    return 2 * größe")
    (folder / FILE).write_bytes(json.dumps(notebook, ensure_ascii=False).encode("cp1252"))
