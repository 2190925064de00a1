# expect: fail
# why: np.vectorize takes its dtype from the first result, the integer 0
def relu(z):
    return np.vectorize(lambda value: value if value > 0 else 0)(z)


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
