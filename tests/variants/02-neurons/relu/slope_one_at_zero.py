# expect: fail
# why: z >= 0 makes the slope at 0 a 1
def relu(z):
    return np.maximum(z, 0)


def relu_derivative(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
