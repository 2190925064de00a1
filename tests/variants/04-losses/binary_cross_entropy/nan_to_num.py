# expect: fail
# why: replaces infinities by large numbers
def binary_cross_entropy(labels, logits):
    if labels.shape != logits.shape:
        raise ValueError("shapes")
    losses = np.nan_to_num(np.log1p(np.exp(logits)), posinf=1000.0) - labels * logits
    return losses.mean()
