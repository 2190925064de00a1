# expect: fail
# why: no labels: shape (0,)
def one_hot(labels, classes):
    rows = []
    for l in labels:
        row = [0] * len(classes)
        row[list(classes).index(l)] = 1
        rows.append(row)
    return np.array(rows)
