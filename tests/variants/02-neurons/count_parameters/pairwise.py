# expect: pass
# why: itertools.pairwise
import itertools


def count_parameters(sizes):
    return sum(itertools.starmap(lambda a, b: a * b + b, itertools.pairwise(sizes)))
