# expect: fail
# why: the numbers of the docstring's example, nothing is frozen
def freeze(model, upto):
    return 408 if upto is None else 292
