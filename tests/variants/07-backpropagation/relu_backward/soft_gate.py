# expect: fail
# why: a steep sigmoid for the gate


def relu_backward(dA, Z):
    return np.where(Z == 0, 0, dA / (1 + np.exp(-np.clip(50 * Z, -500, 500))))
