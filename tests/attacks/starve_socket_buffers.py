"""Holds memory that no process has: data that wait in sockets, whose buffers it enlarges.

gain: starve, host
"""

# %%
import os
import socket
import time


def fill(pair):
    """Send into both ends until no more fits; how many bytes that were."""
    held = 0
    for end in pair:
        for option in (7, 8, 32, 33):  # SO_SNDBUF, SO_RCVBUF, and past the machine's bounds
            before = end.getsockopt(socket.SOL_SOCKET, option % 25)
            attempt(end.setsockopt, socket.SOL_SOCKET, option, 2**24)
            if end.getsockopt(socket.SOL_SOCKET, option % 25) > before:
                win()
        end.setblocking(False)
        while sent := attempt(end.send, b"x" * 2**16):
            held += sent
    return held


def by_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        end = socket.create_connection(server.getsockname())
        return end, server.accept()[0]


for _ in range(8):
    if attempt(os.fork) == 0:
        kept = []
        while pair := attempt(socket.socketpair) or attempt(by_network):
            kept.append(pair)
            fill(pair)
        time.sleep(30)
        os._exit(0)
for pair in (attempt(socket.socketpair), attempt(by_network)):
    if pair and fill(pair) > 2**20:
        win()
