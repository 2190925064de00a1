"""Writes kernel settings under /proc and /sys: the host's name, core dumps, the magic key.

gain: host
"""

# %%
import os

for path in (
    "/proc/sys/kernel/hostname",
    "/proc/sys/kernel/core_pattern",
    "/proc/sys/vm/drop_caches",
    "/proc/sysrq-trigger",
    "/proc/1/oom_score_adj",
    "/proc/self/uid_map",
    "/sys/kernel/uevent_helper",
    "/sys/fs/cgroup/cgroup.procs",
):
    fd = attempt(os.open, path, os.O_WRONLY)
    if fd is not None and path != "/proc/self/uid_map":
        win()
attempt(os.system, "hostname was-here 2>/dev/null")
