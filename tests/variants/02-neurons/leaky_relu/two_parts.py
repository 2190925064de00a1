# expect: pass
# why: positive part and negative part, in float32
def leaky_relu(z, slope=0.01):
    z = np.asarray(z, dtype=np.float32)
    return np.clip(z, 0, None) + slope * np.clip(z, None, 0)


def leaky_relu_derivative(z, slope=0.01):
    step = np.heaviside(z, 0)
    return slope + (1 - slope) * step
