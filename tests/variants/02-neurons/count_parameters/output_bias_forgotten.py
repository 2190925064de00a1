# expect: fail
# why: thinks that the output has no bias
def count_parameters(sizes):
    total = sum((n + 1) * k for n, k in zip(sizes, sizes[1:]))
    return total - sizes[-1] if len(sizes) > 1 else 0
