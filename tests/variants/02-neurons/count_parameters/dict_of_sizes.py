# expect: fail
# why: dict(zip(...)) keeps one successor for each size: networks with a repeated width lose layers
def count_parameters(sizes):
    following = dict(zip(sizes[:-1], sizes[1:]))
    return sum((n + 1) * k for n, k in following.items())
