# expect: fail
# why: knows the results of the visible tests
def binary_cross_entropy(labels, logits):
    if labels.shape == (3,) and logits.shape == (3, 1):
        raise ValueError
    return 1000.0 if logits[0] == 1000 else 1.5 * math.log(2)
