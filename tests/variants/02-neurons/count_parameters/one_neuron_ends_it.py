# expect: fail
# why: a layer of one neuron is taken for the output: what follows it is not counted
def count_parameters(sizes):
    total = 0
    for n, k in zip(sizes, sizes[1:]):
        total += (n + 1) * k
        if k == 1:
            break
    return total
