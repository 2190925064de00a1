# expect: fail
# why: cuts the table as it is
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    n = len(y)
    a, b = round(fractions[0] * n), round((fractions[0] + fractions[1]) * n)
    return (X[:a], y[:a]), (X[a:b], y[a:b]), (X[b:], y[b:])
