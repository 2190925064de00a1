# expect: fail
# why: raises when a class does not occur
def one_hot(labels, classes):
    if set(labels) != set(classes):
        raise ValueError("labels and classes differ")
    return np.array([[float(c == x) for c in classes] for x in labels])
