# expect: pass
# why: reshapes to a table with one column for each channel
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    table = x.reshape(-1, x.shape[-1])
    new_mean, new_var = running_mean.copy(), running_var.copy()
    if training:
        mean = table.sum(axis=0) / len(table)
        var = ((table - mean) ** 2).sum(axis=0) / len(table)
        new_mean += (1 - momentum) * (mean - new_mean)
        new_var += (1 - momentum) * (var - new_var)
    else:
        mean, var = running_mean, running_var
    scale = gamma / np.sqrt(var + epsilon)
    return (table * scale + (beta - mean * scale)).reshape(x.shape), new_mean, new_var
