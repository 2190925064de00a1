# expect: pass
# why: idxmax of a table
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    table = pd.DataFrame(probabilities)
    table = table[table.max(axis=1) >= threshold]
    if table.empty:
        return X.copy(), y.copy()
    rows = table.index.to_numpy()
    return np.r_[X, X_unlabelled[rows]], np.r_[y, table.idxmax(axis=1).to_numpy(dtype=int)]
