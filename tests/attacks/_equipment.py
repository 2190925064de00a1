"""What every attacker has from the first cell on; the tests put it there, with `HOST` before it.

`HOST`, a dict, says where everything is: attackers are taken to know the machine. Canaries look
like ``canary_KIND_0123456789abcdef``; those of the kind "input" are what hidden tests call answers
with, which a student's code may see and must not be able to pass on.
"""

import ctypes
import re

LOOT = []


def take(found):
    """Carry off every canary in some text or bytes: print it, and let `triple` answer with it."""
    if isinstance(found, (bytes, bytearray)):
        if b"canary_" not in found:
            return
        found = found.decode("latin-1")
    text = str(found)
    for canary in re.findall(r"canary_(?!input)[a-z]+_[0-9a-f]{16}", text):
        if canary not in LOOT:
            LOOT.append(canary)
            print(canary)


def win():
    """Say that a call went through that no room may make."""
    take(HOST["flag"][::-1])  # noqa: F821


def read(path, size=2**22):
    """Carry off what a file holds, if it can be read."""
    try:
        with open(path, "rb") as file:
            take(file.read(size))
    except OSError:
        pass


def attempt(call, *arguments):
    """What a call returns, or None if the system refuses it."""
    try:
        return call(*arguments)
    except (OSError, ValueError, ImportError, AttributeError):
        return None


LIBC = ctypes.CDLL(None, use_errno=True)
# PR_SET_NAME: whatever is forked bears it.
LIBC.prctl(15, HOST["name"].encode(), 0, 0, 0)  # noqa: F821
