# expect: fail
# why: leaves unknown labels out
def one_hot(labels, classes):
    classes = list(classes)
    return np.eye(len(classes))[[classes.index(x) for x in labels if x in classes]]
