# expect: fail
# why: 0.0 for the input alone
def count_parameters(sizes):
    return np.sum([(a + 1) * b for a, b in zip(sizes, sizes[1:])])
