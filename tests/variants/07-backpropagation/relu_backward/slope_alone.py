# expect: fail
# why: the slope without the arriving gradient


def relu_backward(dA, Z):
    return (Z > 0).astype(float)
