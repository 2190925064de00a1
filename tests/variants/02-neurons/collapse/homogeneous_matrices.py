# expect: pass
# why: both layers as square-cornered matrices with a 1, multiplied once, cut apart again
def collapse(W1, b1, W2, b2):
    def whole(W, b):
        n, k = np.shape(W)
        M = np.zeros((n + 1, k + 1))
        M[:n, :k], M[n, :k], M[n, k] = W, b, 1.0
        return M

    M = whole(W1, b1) @ whole(W2, b2)
    return M[:-1, :-1], M[-1, :-1]
