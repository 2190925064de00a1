# expect: fail
# why: searchsorted supposes sorted classes
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    return np.eye(len(classes))[np.searchsorted(classes, labels)]
