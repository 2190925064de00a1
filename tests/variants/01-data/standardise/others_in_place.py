# expect: fail
# why: changes the other arrays
def standardise(train, *others):
    m, s = train.mean(0), train.std(0)
    s = np.where(s == 0, 1, s)
    out = [(train - m) / s]
    for a in others:
        b = a.view() if a.dtype == float else a.astype(float)
        b -= m
        b /= s
        out.append(b)
    return tuple(out)
