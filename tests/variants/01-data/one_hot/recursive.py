# expect: pass
# why: one label at a time, joined
def one_hot(labels, classes):
    if len(labels) == 0:
        return np.zeros((0, len(classes)))
    row = np.zeros((1, len(classes)))
    row[0, list(classes).index(labels[0])] = 1
    return np.vstack([row, one_hot(labels[1:], classes)])
