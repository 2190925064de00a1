"""Sends a terminal's control sequences in texts, names, values and printed lines.

gain: reader
"""

# %%
evil = "\x1b]0;was here\x07\x1b[2J\x1b[1;1H\x1b[32mfull marks\x1b[0m\x9b31m\r\x08\x7f"
print(evil)

# %% double
raise type("E\x1b[2J", (Exception,), {})(evil)


# %% slope
def slope(f, x):
    raise ValueError(evil)


# %% triple
def triple(x):
    return {evil: evil, "type": type("T" + evil, (), {})()}
