# expect: pass
# why: a copy, then assignment through a mask
def relu(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0
    return a


def relu_derivative(z):
    slope = np.ones(np.shape(z))
    slope[np.asarray(z) <= 0] = 0
    return slope
