# expect: fail
# why: slope 1/2 where Z is 0


def relu_backward(dA, Z):
    return dA * (np.sign(Z) + 1) / 2
