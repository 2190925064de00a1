# expect: pass
# why: the channels first, so that everything broadcasts by itself
def layer_norm(x, gamma, beta, epsilon=0.001):
    x = np.moveaxis(x, -1, 0)
    shape = (-1,) + (1,) * (x.ndim - 1)
    y = (x - x.mean(0)) / np.sqrt(x.var(0) + epsilon)
    return np.moveaxis(y * gamma.reshape(shape) + beta.reshape(shape), 0, -1)
