# expect: fail
# why: e^z / (1 + e^z), mended from 1000 on only: NaN for z from 710 to 999
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        e = np.exp(z)
        return np.where(z >= 1000, 1.0, e / (1 + e))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
