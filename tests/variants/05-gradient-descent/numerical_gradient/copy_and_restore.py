# expect: pass
# why: moves an entry of one working copy and puts the old value back exactly
def numerical_gradient(f, x, h=1e-5):
    work = np.array(x, dtype=float)
    result = np.empty(work.shape)
    for place, old in np.ndenumerate(work.copy()):
        work[place] = old + h
        above = f(work)
        work[place] = old - h
        below = f(work)
        work[place] = old
        result[place] = (above - below) / (2 * h)
    return result
