# expect: fail
# why: looks for an unknown label in the first place only
def one_hot(labels, classes):
    if len(labels) and labels[0] not in classes:
        raise ValueError("unknown label")
    return np.array([[float(c == x) for c in classes] for x in labels]).reshape(
        len(labels), len(classes)
    )
