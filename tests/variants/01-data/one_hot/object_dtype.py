# expect: fail
# why: an array of objects
def one_hot(labels, classes):
    for l in labels:
        if l not in classes:
            raise ValueError(l)
    return np.array([[int(l == c) for c in classes] for l in labels], dtype=object).reshape(
        len(labels), len(classes)
    )
