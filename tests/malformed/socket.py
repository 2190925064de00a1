"""The notebook is a socket, as programs leave them behind."""

import os
import socket

from malformed import FILE

SCORE = 0
LINE = "a pipe or a device"
RUN = True


def damage(folder, notebook):
    here = os.getcwd()
    os.chdir(folder)  # a socket's path may have 108 bytes
    try:
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(FILE)
    finally:
        os.chdir(here)
