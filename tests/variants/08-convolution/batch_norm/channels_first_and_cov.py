# expect: pass
# why: channels to the front; the variances stand on NumPy's covariance matrix
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    def move(old, new):
        return old + (1.0 - momentum) * (new - old)

    rows = np.moveaxis(x, -1, 0).reshape(len(gamma), -1)
    statistics = (running_mean, running_var)
    if training:
        statistics = rows.mean(1), np.diagonal(np.atleast_2d(np.cov(rows, bias=True)))
        running_mean = move(running_mean, statistics[0])
        running_var = move(running_var, statistics[1])
    mean, var = statistics
    y = x - mean
    y /= np.sqrt(var + epsilon)
    y *= gamma
    y += beta
    return y, running_mean, running_var
