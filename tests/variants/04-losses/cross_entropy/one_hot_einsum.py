# expect: pass
# why: works with one-hot labels and NumPy's logaddexp
def cross_entropy(labels, predictions, from_logits=False):
    if np.any(labels < 0) or np.any(labels >= predictions.shape[1]):
        raise ValueError("a label is no class")
    targets = np.eye(predictions.shape[1])[labels]
    if from_logits:
        logs = predictions - np.logaddexp.reduce(predictions, axis=1, keepdims=True)
    else:
        logs = np.log(np.clip(predictions, 1e-7, None))
    return -np.einsum("ij,ij->", targets, logs) / len(labels)
