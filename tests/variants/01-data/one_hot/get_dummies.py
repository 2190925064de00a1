# expect: fail
# why: pandas' get_dummies without categories
def one_hot(labels, classes):
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    return pd.get_dummies(list(labels), dtype=float).to_numpy()
