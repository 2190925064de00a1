# expect: pass
# why: multiplies by a mask; integers 0 and 1 for the slope
def relu(z):
    return z * (np.asarray(z) > 0)


def relu_derivative(z):
    return (np.asarray(z) > 0) * 1
