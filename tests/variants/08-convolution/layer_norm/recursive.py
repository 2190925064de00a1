# expect: pass
# why: peels off axes until one row is left
def layer_norm(x, gamma, beta, epsilon=0.001):
    if x.ndim > 1:
        return np.stack([layer_norm(part, gamma, beta, epsilon) for part in x])
    return gamma * (x - x.mean()) / np.sqrt(x.var() + epsilon) + beta
