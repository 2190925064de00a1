# expect: fail
# why: np.bincount(y).min() is 0 where class names have gaps (1, 3, 7): ValueError without reason ('any class names')
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    kinds = np.unique(y)
    if np.bincount(y).min() < max(per_class):
        raise ValueError("too few rows of a class")
    results = {name: np.zeros((len(per_class), len(seeds))) for name in methods}
    for j, seed in enumerate(seeds):
        rng = np.random.default_rng(seed)
        shuffled = [rng.permutation(np.flatnonzero(y == kind)) for kind in kinds]
        for i, k in enumerate(per_class):
            rows = np.concatenate([order[:k] for order in shuffled])
            for name, method in methods.items():
                keras.utils.set_random_seed(seed)
                said = method(X[rows], y[rows], X_test)
                results[name][i, j] = np.mean(said == y_test)
    return results
