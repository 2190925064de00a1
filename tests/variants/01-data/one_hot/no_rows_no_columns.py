# expect: fail
# why: for n = 0 the list of rows is empty and the result has shape (0,), not (0, C)
def one_hot(labels, classes):
    names = list(classes)
    return np.array([[1.0 * (j == names.index(one)) for j in range(len(names))] for one in labels])
