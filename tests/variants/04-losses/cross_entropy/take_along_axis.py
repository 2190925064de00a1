# expect: pass
# why: picks by take_along_axis, and sums powers by np.logaddexp.reduce
def cross_entropy(labels, predictions, from_logits=False):
    k = predictions.shape[1]
    if not ((0 <= labels) & (labels < k)).all():
        raise ValueError
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.clip(predictions, 1e-7, None))
    return -np.take_along_axis(logs, labels[:, None], axis=1).mean()
