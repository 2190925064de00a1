# expect: fail
# why: classes in rows, labels in columns
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    return np.array([[float(c == x) for x in labels] for c in classes])
