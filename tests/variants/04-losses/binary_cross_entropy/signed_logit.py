# expect: pass
# why: turns the sign of the logit for label 0, and takes softplus of minus it
def binary_cross_entropy(labels, logits):
    if np.shape(labels) != np.shape(logits):
        raise ValueError("different shapes")
    margin = (2 * labels - 1) * logits
    return keras.ops.convert_to_numpy(keras.ops.softplus(-margin)).mean()
