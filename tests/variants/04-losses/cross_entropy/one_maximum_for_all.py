# expect: fail
# why: subtracts the largest logit of the whole batch
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    of_truth = predictions[np.arange(len(labels)), labels]
    if from_logits:
        largest = predictions.max()
        return np.mean(largest + np.log(np.exp(predictions - largest).sum(axis=1)) - of_truth)
    return -np.mean(np.log(np.maximum(of_truth, 1e-7)))
