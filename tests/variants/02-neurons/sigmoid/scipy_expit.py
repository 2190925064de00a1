# expect: pass
# why: SciPy has it
from scipy.special import expit


def sigmoid(z):
    return expit(np.asarray(z, dtype=float))


def sigmoid_derivative(z):
    return expit(np.asarray(z, dtype=float)) * expit(-np.asarray(z, dtype=float))
