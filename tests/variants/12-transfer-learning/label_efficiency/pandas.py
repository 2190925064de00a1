# expect: pass
# why: shuffles a table of rows and takes each class's head
import pandas as pd


def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    table = pd.DataFrame({"row": np.arange(len(y)), "label": y})
    if table["label"].value_counts().min() < max(per_class):
        raise ValueError("a class has too few rows")
    scores = {name: [] for name in methods}
    for k in per_class:
        lines = {name: [] for name in methods}
        for seed in seeds:
            shuffled = table.sample(frac=1, random_state=seed)
            rows = shuffled.groupby("label").head(k)["row"].to_numpy()
            for name in methods:
                keras.utils.set_random_seed(seed)
                predictions = np.array(methods[name](X[rows], y[rows], X_test))
                lines[name].append(float((predictions == y_test).mean()))
        for name in methods:
            scores[name].append(lines[name])
    return {name: np.array(score) for name, score in scores.items()}
