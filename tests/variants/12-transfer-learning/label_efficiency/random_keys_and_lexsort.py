# expect: pass
# why: a random number for each row, lexsort by class and number, rank inside the class below k; every method gets its own copies
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    found, first, counts = np.unique(np.sort(y), return_index=True, return_counts=True)
    if any(k > counts.min() for k in per_class):
        raise ValueError("a class has too few rows")
    rank = np.arange(len(y)) - np.repeat(first, counts)
    results = {name: np.empty((len(per_class), len(seeds))) for name in methods}
    for column, seed in enumerate(seeds):
        order = np.lexsort((np.random.default_rng(int(seed)).random(len(y)), y))
        for line, k in enumerate(per_class):
            rows = order[rank < k]
            for name, method in methods.items():
                few, labels, test = X[rows], y[rows], np.array(X_test)
                keras.utils.set_random_seed(int(seed))
                said = np.asarray(method(few, labels, test))
                results[name][line, column] = np.count_nonzero(said == y_test) / len(y_test)
    return results
