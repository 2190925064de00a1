# expect: pass
# why: shuffles with pandas (a private RandomState), numbers rows within classes with cumcount
def train_val_test_split(X, y, fractions, seed, stratify=False):
    from numbers import Real

    try:
        first, second, third = fractions
    except TypeError:
        raise ValueError("three fractions, please") from None
    for share in (first, second, third):
        if not isinstance(share, Real) or not 0 < share < 1:
            raise ValueError(f"{share!r} is no fraction")
    if abs(first + second + third - 1) > 1e-6:
        raise ValueError("the fractions do not add up to 1")
    group = pd.factorize(np.asarray(y))[0] if stratify else np.zeros(len(y), dtype=int)
    frame = pd.DataFrame({"row": np.arange(len(y)), "group": group})
    frame = frame.sample(frac=1, random_state=seed)
    place = frame.groupby("group").cumcount()
    size = frame.groupby("group")["row"].transform("size")
    is_train = place < (size * first).round()
    is_test = place >= (size * (first + second)).round()

    def pick(mask):
        rows = frame.loc[mask, "row"].to_numpy()
        return X[rows], y[rows]

    return pick(is_train), pick(~is_train & ~is_test), pick(is_test & ~is_train)
