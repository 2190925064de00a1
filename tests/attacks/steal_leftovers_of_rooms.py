"""Looks for what earlier rooms left: files, shared memory, System V objects, message queues.

gain: secret
"""

# %%
import glob

for pattern in ("/tmp/**", "/var/tmp/**", "/dev/shm/**", "/room/**", "/run/**", "/dev/mqueue/**"):
    for path in glob.glob(pattern + "/*", recursive=True):
        read(path)
for path in ("/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg"):
    try:
        if len(open(path).readlines()) > 1:
            win()
    except OSError:
        pass
