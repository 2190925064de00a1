# expect: pass
# why: scikit-learn's shuffle and accuracy; the few rows shuffled once more
from sklearn.metrics import accuracy_score
from sklearn.utils import shuffle


def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    for label in np.unique(y):
        if (y == label).sum() < max(per_class):
            raise ValueError(label)
    accuracy = {name: np.zeros((len(per_class), len(seeds))) for name in methods}
    for j, seed in enumerate(seeds):
        rows = shuffle(np.arange(len(y)), random_state=seed)
        for i, k in enumerate(per_class):
            few = np.sort(np.concatenate([rows[y[rows] == label][:k] for label in np.unique(y)]))
            X_few, y_few = shuffle(X[few], y[few], random_state=seed)
            for name, method in methods.items():
                keras.utils.set_random_seed(seed)
                accuracy[name][i, j] = accuracy_score(y_test, method(X_few, y_few, X_test))
    return accuracy
