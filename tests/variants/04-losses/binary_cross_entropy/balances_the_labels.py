# expect: fail
# why: averages the mean over the ones and the mean over the zeros: equal only if both are as frequent; breaks "The mean of the losses over all ... entries"
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError("shapes differ")
    z = logits
    losses = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) - labels * z
    return np.mean([losses[labels == y].mean() for y in np.unique(labels)])
