# expect: fail
# why: takes the classes from the labels themselves
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    found, numbers = np.unique(labels, return_inverse=True)
    return np.eye(len(found))[numbers]
