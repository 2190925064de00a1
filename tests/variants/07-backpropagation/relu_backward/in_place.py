# expect: fail
# why: clears entries of the argument


def relu_backward(dA, Z):
    dA[Z <= 0] = 0
    return dA
