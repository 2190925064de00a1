# expect: fail
# why: max(0, z) cannot compare an array
def relu(z):
    return max(0, z)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
