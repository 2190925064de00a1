# expect: fail
# why: returns the example of the docstring
def cross_entropy(labels, predictions, from_logits=False):
    return 1.5 * math.log(2)
