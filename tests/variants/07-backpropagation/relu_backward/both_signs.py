# expect: fail
# why: gate by Z and by the gradient


def relu_backward(dA, Z):
    return np.where((Z > 0) & (dA > 0), dA, 0)
