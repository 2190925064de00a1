# expect: fail
# why: 'right before each method is called, set_random_seed(seed)': with per_class=(1, 2) the second call of a method draws other random numbers than the first
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    for k in per_class:
        for kind in np.unique(y):
            if np.sum(y == kind) < k:
                raise ValueError(f"class {kind} has fewer than {k} rows")
    results = {name: np.zeros((len(per_class), len(seeds))) for name in methods}
    for j, seed in enumerate(seeds):
        rng = np.random.default_rng(seed)
        orders = [rng.permutation(np.flatnonzero(y == kind)) for kind in np.unique(y)]
        for name, method in methods.items():
            keras.utils.set_random_seed(seed)
            for i, k in enumerate(per_class):
                rows = np.concatenate([order[:k] for order in orders])
                predicted = method(X[rows], y[rows], X_test)
                results[name][i, j] = np.mean(predicted == y_test)
    return results
