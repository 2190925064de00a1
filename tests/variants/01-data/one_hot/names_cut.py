# expect: fail
# why: labels cut to the length of the longest class
def one_hot(labels, classes):
    c = np.array(classes)
    l = np.array(list(labels), dtype=c.dtype) if len(labels) else np.array([], dtype=c.dtype)
    if not np.isin(l, c).all():
        raise ValueError
    return (l[:, None] == c).astype(float)
