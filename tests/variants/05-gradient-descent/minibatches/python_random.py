# expect: pass
# why: Python's random module and a list that is used up
import random


def minibatches(X, y, size, seed):
    if size <= 0 or len(X) != len(y):
        raise ValueError("wrong size or lengths")
    left = list(range(len(X)))
    random.Random(seed).shuffle(left)
    result = []
    while left:
        now, left = left[:size], left[size:]
        result.append((X[now], y[now]))
    return result
