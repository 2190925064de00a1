# expect: fail
# why: the numbers of the classes, not rows
def one_hot(labels, classes):
    classes = list(classes)
    return np.array([classes.index(x) for x in labels])
