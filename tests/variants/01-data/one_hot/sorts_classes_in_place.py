# expect: fail
# why: sorts the caller's list
def one_hot(labels, classes):
    positions = {c: j for j, c in enumerate(classes)}
    classes.sort()
    out = np.zeros((len(labels), len(classes)))
    for i, l in enumerate(labels):
        if l not in positions:
            raise ValueError(l)
        out[i, positions[l]] = 1
    return out
