# expect: fail
# why: one column for two classes
def one_hot(labels, classes):
    for l in labels:
        if l not in classes:
            raise ValueError(l)
    out = np.array([[float(l == c) for c in classes] for l in labels]).reshape(
        len(labels), len(classes)
    )
    return out[:, 1:] if len(classes) == 2 else out
