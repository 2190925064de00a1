# expect: fail
# why: calls each method once, on the first rows, and fills the table with it
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    k = min(per_class)
    rows = np.concatenate([np.flatnonzero(y == c)[:k] for c in np.unique(y)])
    accuracy = {}
    for name, method in methods.items():
        share = np.mean(method(X[rows], y[rows], X_test) == y_test)
        accuracy[name] = np.full((len(per_class), len(seeds)), share)
    return accuracy
