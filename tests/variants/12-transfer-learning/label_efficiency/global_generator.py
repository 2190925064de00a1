# expect: pass
# why: seeds Keras and NumPy before the draw, and again before each method
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    y = np.asarray(y)
    members = {c: np.nonzero(y == c)[0] for c in np.unique(y)}
    if any(len(rows) < k for rows in members.values() for k in per_class):
        raise ValueError("some class has fewer rows than asked for")
    columns = {name: [] for name in methods}
    for seed in seeds:
        keras.utils.set_random_seed(seed)
        shuffled = {c: np.random.permutation(rows) for c, rows in members.items()}
        few = [np.hstack([rows[:k] for rows in shuffled.values()]) for k in per_class]
        for name, method in methods.items():
            column = []
            for rows in few:
                keras.utils.set_random_seed(seed)
                column.append(np.mean(method(X[rows], y[rows], X_test) == y_test))
            columns[name].append(column)
    return {name: np.transpose(column) for name, column in columns.items()}
