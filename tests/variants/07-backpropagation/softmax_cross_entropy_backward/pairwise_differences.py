# expect: pass
# why: P_ij = 1 / sum_l exp(z_l - z_j); exp may give inf, and 1 / inf is the right 0; no NaN arises
def softmax_cross_entropy_backward(logits, labels):
    Z = np.asarray(logits, dtype=float)
    with np.errstate(over="ignore", under="ignore"):
        P = 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)
    Y = np.asarray(labels)[:, None] == np.arange(Z.shape[1])
    return (P - Y) / Z.shape[0]
