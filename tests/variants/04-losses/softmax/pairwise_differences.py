# expect: pass
# why: from all differences of two logits: one over the sum of exp(z_l − z_j)
def softmax(logits):
    with np.errstate(over="ignore"):
        return 1 / np.exp(logits[:, None, :] - logits[:, :, None]).sum(axis=2)
