"""Writes compiled modules, packages and links into the environment that all rooms share.

gain: neighbour, host
"""

# %%
import glob
import os
import sys

import numpy

import course

for package in (numpy, course, os):
    folder = os.path.dirname(package.__file__)
    for path in (f"{folder}/{HOST['name']}", *glob.glob(f"{folder}/__pycache__/__init__*.pyc")):
        try:
            with open(path, "ab") as file:
                file.write(b"")
            win()
        except OSError:
            pass
for folder in sys.path:
    if folder and os.access(folder, os.W_OK) and not folder.startswith("/room"):
        win()
