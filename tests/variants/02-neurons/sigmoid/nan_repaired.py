# expect: fail
# why: replaces NaN by 0, which is wrong for +1000
def sigmoid(z):
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)
