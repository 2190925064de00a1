# expect: pass
# why: one instance in each column, the list taken apart as a copy
def forward(X, layers):
    todo = list(layers)
    A = X.T
    while todo:
        W, b, activation = todo.pop(0)
        Z = (W.T @ A + b[:, np.newaxis]).T
        A = activation(Z).T
    return A.T
