# expect: fail
# why: caps the output at 6, as ReLU6 does
def relu(z):
    return np.clip(z, 0, 6)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
