"""Looks into the installed package for lessons, solutions and tests, and imports its modules.

gain: secret
"""

# %%
import importlib
import os
import pkgutil

import course

for name in ("lessons", "audit", "authoring", "grading.batch", "grading.submission", "demo"):
    if found := attempt(importlib.import_module, f"course.{name}"):
        win() if getattr(found, "__file__", None) and os.path.exists(found.__file__) else None
for root in course.__path__:
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            text = open(path, "rb").read()
            if b"BEGIN " + b"SOLUTION" in text or b"BEGIN " + b"HIDDEN" in text:
                win()
for module in pkgutil.walk_packages(course.__path__, "course.", onerror=lambda name: None):
    if "lesson" in module.name:
        win()
