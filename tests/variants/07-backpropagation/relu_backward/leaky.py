# expect: fail
# why: lets a hundredth through


def relu_backward(dA, Z):
    return np.where(Z > 0, dA, 0.01 * dA)
