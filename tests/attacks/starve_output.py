"""Prints without end.

gain: starve
"""

# %%
line = "x" * 2**16
while True:
    print(line)
