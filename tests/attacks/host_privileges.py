"""Becomes another user: by system calls, capabilities, and the system's set-user-id programs.

gain: host
"""

# %%
import os
import subprocess

before = os.getuid()
for call in (os.setuid, os.setgid, os.seteuid):
    attempt(call, 0)
attempt(os.setgroups, [0])
for capability in range(41):
    if LIBC.prctl(47, 2, capability, 0, 0) == 0:  # raise an ambient capability
        win()
for command in (["su", "-c", "id -u"], ["sudo", "-n", "id", "-u"], ["mount"], ["newuidmap"]):
    try:
        done = subprocess.run(command, capture_output=True, timeout=2, stdin=subprocess.DEVNULL)
        if done.stdout.strip() == b"0":
            win()
    except (OSError, subprocess.SubprocessError):
        pass
if os.getuid() != before or os.getuid() == 0 or os.geteuid() == 0:
    win()
status = open("/proc/self/status").read()
if int(status.partition("CapEff:\t")[2].split()[0], 16):
    win()
