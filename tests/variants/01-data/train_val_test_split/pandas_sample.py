# expect: pass
# why: pandas: shuffle a table of row numbers, cut each group
def train_val_test_split(X, y, fractions, seed, stratify=False):
    if len(fractions) != 3 or any(f <= 0 for f in fractions) or abs(sum(fractions) - 1) > 1e-9:
        raise ValueError("fractions")
    table = pd.DataFrame({"row": np.arange(len(y)), "label": y if stratify else 0})
    table = table.sample(frac=1, random_state=seed)
    place = (table.groupby("label").cumcount() + 0.5) / table.groupby("label")["row"].transform(
        "size"
    )
    first, second = place <= fractions[0], place <= fractions[0] + fractions[1]
    parts = table[first], table[~first & second], table[~second]
    return tuple((X[part["row"].to_numpy()], y[part["row"].to_numpy()]) for part in parts)
