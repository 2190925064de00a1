# expect: fail
# why: returns the example of the docstring
def binary_cross_entropy(labels, logits):
    return 1.5 * math.log(2)
