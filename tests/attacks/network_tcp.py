"""Connects to a TCP port of the machine, by all the addresses that could lead there.

gain: network
succeeds without: jail
"""

# %%
import socket

for address in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "10.0.2.2", HOST["host"]):
    try:
        with socket.create_connection((address, HOST["tcp"]), timeout=0.1) as connection:
            connection.sendall(b"was here")
    except OSError:
        pass
