# expect: fail
# why: uses whole numbers as column numbers
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    numbers = [x if isinstance(x, (int, np.integer)) else list(classes).index(x) for x in labels]
    return np.eye(len(classes))[numbers]
