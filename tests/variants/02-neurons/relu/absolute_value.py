# expect: pass
# why: half of z + |z|, and NumPy's Heaviside step in float32
def relu(z):
    return (z + np.abs(z)) / 2


def relu_derivative(z):
    return np.heaviside(z, 0).astype(np.float32)
