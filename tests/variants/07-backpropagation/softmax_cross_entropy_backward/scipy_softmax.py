# expect: pass
# why: SciPy's softmax, labels subtracted by fancy indexing


def softmax_cross_entropy_backward(logits, labels):
    from scipy.special import softmax

    P = softmax(logits, axis=1)
    P[np.arange(len(labels)), labels] -= 1
    return P / len(labels)
