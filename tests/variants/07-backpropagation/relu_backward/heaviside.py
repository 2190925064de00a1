# expect: pass
# why: the step function, with 0 at 0


def relu_backward(dA, Z):
    return np.multiply(np.heaviside(Z, 0.0), dA)
