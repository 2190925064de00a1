"""Writes files outside its folder: beside the course, into temporary folders and packages.

gain: host
succeeds without: jail
"""

# %%
import os

for folder in HOST["folders"]:
    try:
        with open(os.path.join(folder, HOST["name"]), "w") as file:
            file.write("was here")
    except OSError:
        pass
