# expect: fail
# why: nan batches are left out by np.nanmean-like weighting: the mean over the rows of all batches would be nan
def evaluate(model, measure, batches):
    values, rows = [], []
    for X, y in batches:
        values.append(float(measure(y, model(X, training=False))))
        rows.append(len(X))
    values, rows = np.array(values), np.array(rows, dtype=float)
    good = ~np.isnan(values)
    return float(np.sum(values[good] * rows[good]) / np.sum(rows[good]))
