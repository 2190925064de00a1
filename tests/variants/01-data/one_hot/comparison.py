# expect: pass
# why: broadcast comparison, with a check of the row sums
def one_hot(labels, classes):
    labels, classes = np.asarray(labels), np.asarray(classes)
    if len(labels) == 0:
        return np.zeros((0, len(classes)))
    encoded = (labels[:, np.newaxis] == classes[np.newaxis, :]).astype(int)
    if np.any(encoded.sum(axis=1) == 0):
        raise ValueError("unknown label")
    return encoded
