# expect: pass
# why: multiplies the matrices that carry the bias as a last row
def collapse(W1, b1, W2, b2):
    first = np.block([[W1, np.zeros((len(W1), 1))], [b1[None, :], np.ones((1, 1))]])
    product = first @ np.vstack([W2, b2])
    return product[:-1], product[-1]
