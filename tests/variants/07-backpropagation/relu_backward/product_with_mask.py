# expect: pass
# why: multiplies by the mask


def relu_backward(dA, Z):
    return dA * (Z > 0)
