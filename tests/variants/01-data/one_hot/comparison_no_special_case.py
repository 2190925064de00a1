# expect: pass
# why: broadcast comparison, nothing special for no labels
def one_hot(labels, classes):
    encoded = np.asarray(labels)[:, None] == np.asarray(classes)
    if not encoded.any(axis=1).all():
        raise ValueError("unknown label")
    return encoded.astype("float32")
