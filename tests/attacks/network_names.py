"""Asks for names of the internet, and sends what it knows in the question.

gain: network, host
"""

# %%
import socket
import urllib.request

socket.setdefaulttimeout(0.2)
for name in ("example.org", f"{HOST['name']}.example.org", "metadata.google.internal"):
    if attempt(socket.getaddrinfo, name, 80):
        win()
for address in (("8.8.8.8", 53), ("1.1.1.1", 443), ("169.254.169.254", 80)):
    try:
        socket.create_connection(address, timeout=0.2)
        win()
    except OSError:
        pass
if attempt(lambda: urllib.request.urlopen("http://93.184.215.14/", timeout=0.2)):
    win()
