"""Connects to a UNIX socket without a file, which no mount can hide.

gain: network
succeeds without: jail
"""

# %%
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    with socket.socket(socket.AF_UNIX, kind) as connection:
        attempt(connection.connect, "\0" + HOST["abstract"])
