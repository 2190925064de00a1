"""Imports jsonschema without its grammar of IRIs; to be imported before nbformat or nbgrader.

Where `rfc3987_syntax` is installed, as JupyterLab has it, jsonschema imports it for one check of
a format, and parses a grammar then: a second and more in every process. No notebook needs it.
"""

import importlib
import sys


def _import_without(name: str) -> None:
    if name in sys.modules or "jsonschema" in sys.modules:
        return
    sys.modules[name] = None  # whoever imports it gets an ImportError, which jsonschema expects
    try:
        importlib.import_module("jsonschema")
    finally:
        del sys.modules[name]


_import_without("rfc3987_syntax")
