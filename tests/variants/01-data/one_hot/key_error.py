# expect: fail
# why: KeyError for an unknown label
def one_hot(labels, classes):
    column = {c: j for j, c in enumerate(classes)}
    return np.eye(len(classes))[[column[x] for x in labels]]
