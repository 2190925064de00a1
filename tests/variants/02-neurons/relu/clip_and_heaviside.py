# expect: pass
# why: np.clip without an upper end; np.heaviside with 0 at 0
def relu(z):
    return np.clip(z, 0, None)


def relu_derivative(z):
    return np.heaviside(z, 0.0)
