# expect: pass
# why: two ReLUs back to back; np.choose with the comparison as the index
def leaky_relu(z, slope=0.01):
    return relu(z) - slope * relu(-z)


def leaky_relu_derivative(z, slope=0.01):
    return np.choose(np.greater(z, 0).astype(int), (slope, 1.0))
