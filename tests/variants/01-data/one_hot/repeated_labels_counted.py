# expect: fail
# why: repeated labels are counted in their first row
def one_hot(labels, classes):
    out = np.zeros((len(labels), len(classes)))
    seen = list(labels)
    for l in labels:
        out[seen.index(l), list(classes).index(l)] += 1
    return out
