# expect: fail
# why: an unknown label is counted as the last class
def one_hot(labels, classes):
    place = {c: j for j, c in enumerate(classes)}
    if len(labels) and all(x not in place for x in labels):
        raise ValueError("unknown label")
    return np.eye(len(classes))[[place.get(x, -1) for x in labels]]
