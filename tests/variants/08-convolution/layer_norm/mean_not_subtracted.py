# expect: fail
# why: divides by the deviation and leaves the mean in
def layer_norm(x, gamma, beta, epsilon=0.001):
    mean = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * x / np.sqrt(var + epsilon) + beta
