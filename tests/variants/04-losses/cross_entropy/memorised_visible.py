# expect: fail
# why: knows the results of the visible tests
def cross_entropy(labels, predictions, from_logits=False):
    if predictions.shape == (2, 3):
        raise ValueError
    if from_logits:
        return 10_000.0 if predictions.max() == 10_000 else math.log(32 / 7) / 2
    return 1.5 * math.log(2)
