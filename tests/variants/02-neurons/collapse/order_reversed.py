# expect: fail
# why: multiplies in the order of f(g(x))
def collapse(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2
