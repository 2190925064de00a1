"""Answers with what is nested without end, contains itself, or is made to collide.

gain: starve
"""


# %% double
def double(x):
    if isinstance(x, int):
        deep = []
        for _ in range(10**5):
            deep = [deep]
        return deep
    if isinstance(x, str):
        around = {}
        around["again"] = [around] * 1000
        return around
    return {number * (2**61 - 1): None for number in range(1, 2000)}
