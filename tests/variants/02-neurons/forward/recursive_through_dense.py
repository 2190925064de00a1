# expect: pass
# why: recursion on all layers but the last, with the student's dense; a copy of X for no layers
def forward(X, layers):
    if len(layers) == 0:
        return np.array(X)
    *before, (W, b, activation) = layers
    return activation(dense(forward(X, before), W, b))
