# expect: fail
# why: ReLU6: values above 6 are cut, though max(0, z) has no upper end
def relu(z):
    return np.minimum(np.maximum(z, 0), 6)


def relu_derivative(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
