# expect: fail
# why: as many classes as the labels show
def cross_entropy(labels, predictions, from_logits=False):
    m, k = predictions.shape
    if labels.min() < 0 or labels.max() >= k:
        raise ValueError
    Y = np.eye(labels.max() + 1)[labels]
    P = predictions[:, : Y.shape[1]]
    if from_logits:
        z = P - P.max(1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(1, keepdims=True))
    else:
        log_p = np.log(np.maximum(P, 1e-7))
    return -(Y * log_p).sum() / m
