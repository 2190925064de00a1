"""Stops and kills a process of the grader's user.

gain: host
succeeds without: jail
"""

# %%
import os
import signal

for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
    attempt(os.kill, HOST["process"], number)
    handle = attempt(os.pidfd_open, HOST["process"])
    if handle is not None:
        attempt(signal.pidfd_send_signal, handle, number)
