"""Leaves processes that have stopped themselves, which no request to end ever reaches.

gain: survivor
"""

# %%
import os
import signal

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_IGN)
        while True:
            os.kill(os.getpid(), signal.SIGSTOP)
