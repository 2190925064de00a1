# expect: fail
# why: a loop that knows one axis
def relu(z):
    return np.array([value if value > 0 else 0.0 for value in np.atleast_1d(z)]).reshape(
        np.shape(z)
    )


def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)
