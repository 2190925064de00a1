"""Leaves parents that the kernel holds until their children go on, as after vfork, and never do.

gain: survivor
"""

# %%
import os
import time

CLONE_VFORK, SIGCHLD = 0x4000, 17
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        LIBC.syscall(56, CLONE_VFORK | SIGCHLD, 0, 0, 0, 0)
        while True:
            time.sleep(60)
