# expect: fail
# why: relu of the arriving gradient


def relu_backward(dA, Z):
    return np.maximum(dA, 0)
