# expect: fail
# why: slope 1 where Z is 0


def relu_backward(dA, Z):
    return dA * (Z >= 0)
