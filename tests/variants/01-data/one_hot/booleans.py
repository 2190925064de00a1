# expect: fail
# why: True and False instead of numbers
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    return np.asarray(labels)[:, None] == np.asarray(classes)
