# expect: pass
# why: the deviations by a matrix that takes the mean away, lengths by einsum
def layer_norm(x, gamma, beta, epsilon=0.001):
    n = len(gamma)
    deviations = x @ (np.eye(n) - np.full((n, n), 1 / n))
    variance = np.einsum("...c,...c->...", deviations, deviations) / n
    return np.einsum("...c,...,c->...c", deviations, (variance + epsilon) ** -0.5, gamma) + beta
