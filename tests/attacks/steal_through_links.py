"""Makes links to the instructor's files in its own folder, and reads through them.

gain: secret
"""

# %%
import os

for number, name in enumerate(("secret.txt", "gradebook.db", "source", "submitted")):
    path = os.path.join(HOST["root"], name)
    attempt(os.symlink, path, f"link{number}")
    attempt(os.link, path, f"hard{number}")
    read(f"link{number}")
    read(f"hard{number}")
    for inner in attempt(os.listdir, f"link{number}") or ():
        read(f"link{number}/{inner}")
