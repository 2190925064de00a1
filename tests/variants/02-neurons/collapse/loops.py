# expect: pass
# why: einsum, a list instead of a tuple
def collapse(W1, b1, W2, b2):
    return [np.einsum("nh,hk->nk", W1, W2), np.einsum("h,hk->k", b1, W2) + b2]
