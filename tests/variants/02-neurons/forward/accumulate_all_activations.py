# expect: pass
# why: itertools.accumulate makes all A_l, the last is returned; product by einsum
def forward(X, layers):
    from itertools import accumulate

    def step(A, layer):
        W, b, f = layer
        return f(np.einsum("mn,nk->mk", A, W) + np.expand_dims(b, 0))

    *_, last = accumulate(layers, step, initial=X)
    return last
