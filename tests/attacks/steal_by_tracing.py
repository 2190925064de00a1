"""Installs trace, profile and audit hooks that see every line that runs afterwards.

gain: secret
succeeds without: rooms
"""

# %%
import sys
import threading


def trace(frame, event, argument):
    take(frame.f_code.co_consts)
    return trace


def audit(event, arguments):
    if event in ("exec", "compile", "open"):
        take([part for part in arguments if isinstance(part, (str, bytes))])
        take([getattr(part, "co_consts", "") for part in arguments])


sys.addaudithook(audit)
sys.setprofile(trace)
threading.setprofile(trace)
