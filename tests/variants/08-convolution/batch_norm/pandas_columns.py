# expect: pass
# why: the channels as columns of a DataFrame: mean() and var(ddof=0); copies of the running statistics in inference
import pandas as pd


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.99, epsilon=0.001):
    table = pd.DataFrame(np.asarray(x, dtype=float).reshape(-1, x.shape[-1]))
    mean, variance = np.array(running_mean, dtype=float), np.array(running_var, dtype=float)
    new_mean, new_variance = mean.copy(), variance.copy()
    if training:
        mean, variance = table.mean().to_numpy(), table.var(ddof=0).to_numpy()
        new_mean = momentum * new_mean + (1 - momentum) * mean
        new_variance = momentum * new_variance + (1 - momentum) * variance
    y = (table - mean) / np.sqrt(variance + epsilon) * gamma + beta
    return y.to_numpy().reshape(x.shape), new_mean, new_variance
