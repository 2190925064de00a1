# expect: pass
# why: pandas' get_dummies with fixed categories
def one_hot(labels, classes):
    labels = list(labels)
    if not set(labels) <= set(classes):
        raise ValueError("unknown label")
    return pd.get_dummies(pd.Categorical(labels, categories=classes)).to_numpy().astype(float)
