# expect: fail
# why: squeezes the predictions, which loses the axis of a batch of one
def cross_entropy(labels, predictions, from_logits=False):
    p = np.squeeze(predictions)
    if labels.min() < 0 or labels.max() >= p.shape[-1]:
        raise ValueError
    of_truth = p[np.arange(len(labels)), labels]
    if not from_logits:
        return -np.mean(np.log(np.maximum(of_truth, 1e-7)))
    return np.mean(np.logaddexp.reduce(p, axis=1) - of_truth)
