# expect: pass
# why: the student's dense for the bias, tensordot for the weights, and a list in place of a tuple
def collapse(W1, b1, W2, b2):
    return [np.tensordot(W1, W2, axes=1), dense(b1[np.newaxis], W2, b2)[0]]
