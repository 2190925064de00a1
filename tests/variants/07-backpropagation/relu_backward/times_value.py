# expect: fail
# why: multiplies by relu(Z) instead of its slope


def relu_backward(dA, Z):
    return dA * np.maximum(Z, 0)
