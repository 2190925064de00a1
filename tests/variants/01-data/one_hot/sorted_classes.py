# expect: fail
# why: sorts the classes
def one_hot(labels, classes):
    classes = sorted(classes)
    return np.array(
        [[float(c == x) for c in classes] for x in labels if classes.index(x) >= 0]
    ).reshape(-1, len(classes))
