# expect: fail
# why: takes per_class for ascending and checks its last number only: (4, 2) with 3 rows of a class passes ('for any k', 'in any order')
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    kinds = np.unique(y)
    if min(np.sum(y == kind) for kind in kinds) < per_class[-1]:
        raise ValueError("too few rows")
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
