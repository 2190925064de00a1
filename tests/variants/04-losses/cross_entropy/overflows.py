# expect: fail
# why: takes the powers of logits as they are
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    of_truth = predictions[np.arange(len(labels)), labels]
    if from_logits:
        return np.mean(np.log(np.exp(predictions).sum(axis=1)) - of_truth)
    return -np.mean(np.log(np.maximum(of_truth, 1e-7)))
