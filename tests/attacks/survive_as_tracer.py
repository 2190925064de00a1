"""Leaves children that trace and stop one another, which no ordinary signal ends.

gain: survivor
"""

# %%
import os
import signal
import time

child = os.fork()
if child == 0:
    os.setsid()
    LIBC.ptrace(0, 0, None, None)
    os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(60)
    os._exit(0)
LIBC.prctl(36, 1, 0, 0, 0)  # become the parent of orphans
