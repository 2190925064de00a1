# expect: pass
# why: scikit-learn's train_test_split, twice
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    from sklearn.model_selection import train_test_split

    rest = fractions[1] + fractions[2]
    X_train, X_rest, y_train, y_rest = train_test_split(
        X, y, test_size=rest, random_state=seed, stratify=y if stratify else None
    )
    X_val, X_test, y_val, y_test = train_test_split(
        X_rest,
        y_rest,
        test_size=fractions[2] / rest,
        random_state=seed,
        stratify=y_rest if stratify else None,
    )
    return (X_train, y_train), (X_val, y_val), (X_test, y_test)
