# expect: fail
# why: the share of wrong predictions
def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    classes, counts = np.unique(y, return_counts=True)
    if counts.min() < max(per_class):
        raise ValueError(f"the smallest class has {counts.min()} rows, not {max(per_class)}")
    accuracy = {name: np.zeros((len(per_class), len(seeds))) for name in methods}
    for j, seed in enumerate(seeds):
        rng = np.random.default_rng(seed)
        orders = [rng.permutation(np.flatnonzero(y == c)) for c in classes]
        for i, k in enumerate(per_class):
            rows = np.concatenate([order[:k] for order in orders])
            for name, method in methods.items():
                keras.utils.set_random_seed(seed)
                predicted = method(X[rows], y[rows], X_test)
                accuracy[name][i, j] = np.mean(predicted != y_test)
    return accuracy
