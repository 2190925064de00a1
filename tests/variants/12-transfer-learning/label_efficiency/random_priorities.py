# expect: pass
# why: sorts the rows by class and random priority, once for each seed
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    names, inverse, counts = np.unique(y, return_inverse=True, return_counts=True)
    short = [str(name) for name, n in zip(names, counts, strict=True) if n < max(per_class)]
    if short:
        raise ValueError("too few rows of " + ", ".join(short))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    shape = (len(per_class), len(seeds))
    accuracy = {method: np.full(shape, np.nan) for method in methods}
    for place in np.ndindex(*shape):
        k, seed = per_class[place[0]], seeds[place[1]]
        priority = np.random.default_rng([12, seed]).random(len(y))
        by_class = np.lexsort((priority, inverse))
        rows = by_class[(starts[:, None] + np.arange(k)).ravel()]
        for method, train_and_predict in methods.items():
            keras.utils.set_random_seed(seed)
            hits = np.equal(train_and_predict(X[rows], y[rows], X_test), y_test)
            accuracy[method][place] = hits.mean()
    return accuracy
