# expect: pass
# why: one shuffle of all rows; a row's rank in its class decides
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    y = np.asarray(y)
    for label in np.unique(y):
        if np.sum(y == label) < max(per_class):
            raise ValueError(f"too few rows of class {label}")

    def draw(seed):
        """All rows shuffled, and how many of the same class stand before each."""
        order = np.random.RandomState(seed).permutation(len(y))
        same = y[order][:, None] == y[order][None, :]
        return order, np.tril(same, -1).sum(axis=1)

    results = {name: np.empty((len(per_class), len(seeds))) for name in methods}
    for name, method in methods.items():
        for column, seed in enumerate(seeds):
            order, rank = draw(seed)
            for line, k in enumerate(per_class):
                few = order[rank < k]
                keras.utils.set_random_seed(seed)
                guess = np.asarray(method(X[few].copy(), y[few].copy(), X_test.copy()))
                results[name][line, column] = (guess == y_test).sum() / len(y_test)
    return results
