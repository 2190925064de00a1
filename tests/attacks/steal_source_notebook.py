"""Opens the instructor's notebook, with solutions and hidden tests, where it is known to lie.

gain: secret
succeeds without: jail
"""

# %%
import glob
import os

for root in (HOST["root"], HOST["repository"], "..", "../..", os.path.expanduser("~")):
    for folder in ("source", "release", "course/lessons", "autograded"):
        for path in glob.glob(f"{root}/{folder}/**/*", recursive=True):
            read(path)
