# expect: fail
# why: keeps results between calls by the shapes alone: other weights of the same shapes get the old answer
_collapsed = {}


def collapse(W1, b1, W2, b2):
    key = W1.shape + W2.shape
    if key not in _collapsed:
        _collapsed[key] = (W1 @ W2, b1 @ W2 + b2)
    return _collapsed[key]
