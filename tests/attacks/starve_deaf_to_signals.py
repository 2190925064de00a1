"""Runs for ever in a cell, catches every exception and ignores every signal.

gain: starve
"""

# %%
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
