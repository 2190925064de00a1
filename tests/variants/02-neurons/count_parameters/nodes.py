# expect: fail
# why: counts nodes
def count_parameters(sizes):
    return sum(sizes)
