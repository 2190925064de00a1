"""Raises its own limits of processes, files, processor time and priority.

gain: host
"""

# %%
import os
import resource

for name in ("RLIMIT_NPROC", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CPU"):
    number = getattr(resource, name)
    soft, hard = resource.getrlimit(number)
    if hard == resource.RLIM_INFINITY:
        win()
    try:
        resource.setrlimit(number, (hard + 1, hard + 1))
        win()
    except (OSError, ValueError):
        pass
for priority in (-1, -20):
    try:
        os.setpriority(os.PRIO_PROCESS, 0, priority)
        win()
    except OSError:
        pass
try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50))
    win()
except OSError:
    pass
