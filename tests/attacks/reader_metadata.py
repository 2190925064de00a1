"""Puts scripts into every name that a notebook's metadata has: title, kernel, language, ids.

gain: reader
"""

import json

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"


def hand_in(folder, notebook):
    notebook.metadata = {
        "title": EVIL,
        "authors": [{"name": EVIL}],
        "kernelspec": {"name": EVIL, "display_name": EVIL, "language": EVIL},
        "language_info": {"name": EVIL, "pygments_lexer": EVIL, "codemirror_mode": EVIL},
        "course": {"notes": [EVIL]},
    }
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"{EVIL}{number}"
        cell.metadata["tags"] = [EVIL]
        if "grade_id" not in cell.metadata.get("nbgrader", {}):
            cell.metadata["nbgrader"] = {"grade_id": EVIL, "points": EVIL, "solution": True}
    (folder / "01-toy.ipynb").write_text(json.dumps(notebook), "utf-8")
