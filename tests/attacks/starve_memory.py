"""Takes memory without end, and touches every page of it.

gain: starve
"""

# %%
taken = []
for _ in range(100):
    taken.append(bytearray(b"x") * 2**25)
