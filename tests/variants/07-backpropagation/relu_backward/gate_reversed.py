# expect: fail
# why: passes where Z is not positive


def relu_backward(dA, Z):
    return np.where(Z > 0, 0, dA)
