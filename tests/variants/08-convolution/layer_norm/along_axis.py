# expect: pass
# why: a function of one row, along the last axis
def layer_norm(x, gamma, beta, epsilon=0.001):
    def normalise(row):
        return gamma * (row - np.mean(row)) / np.sqrt(np.var(row) + epsilon) + beta

    return np.apply_along_axis(normalise, -1, x)
