# expect: fail
# why: a count is a whole number
def count_parameters(sizes):
    return float(sum((n + 1) * k for n, k in zip(sizes, sizes[1:])))
