"""Changes other processes' priorities, limits, processors and fate when memory runs out.

gain: host
"""

# %%
import os
import resource

for pid in (HOST["process"], os.getppid(), 1):
    if pid == 0:  # the system's way of saying "myself", and that the parent is not to be seen
        continue
    for call in (
        lambda pid=pid: os.setpriority(os.PRIO_PROCESS, pid, 19),
        lambda pid=pid: os.sched_setaffinity(pid, {0}),
        lambda pid=pid: resource.prlimit(pid, resource.RLIMIT_NOFILE, (5, 5)),
        lambda pid=pid: open(f"/proc/{pid}/oom_score_adj", "w").write("1000"),
    ):
        try:
            call()
            win()
        except OSError:
            pass
