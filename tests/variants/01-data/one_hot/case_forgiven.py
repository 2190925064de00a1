# expect: fail
# why: takes another spelling for the same class
def one_hot(labels, classes):
    lower = [str(c).lower() for c in classes]
    return np.eye(len(lower))[[lower.index(str(x).lower()) for x in labels]]
