# expect: fail
# why: a bias for each node before the layer: n (k + 1)
def count_parameters(sizes):
    return sum(sizes[i] * (sizes[i + 1] + 1) for i in range(len(sizes) - 1))
