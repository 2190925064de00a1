# expect: pass
# why: a generator yields (row number, class) of the adopted rows; concatenates X[:0] to keep shapes when there are none
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    def adopted():
        for number, row in enumerate(probabilities):
            if not row.max() < threshold:
                yield number, min(range(len(row)), key=lambda c: (-row[c], c))

    found = np.array(list(adopted()), dtype=int).reshape(-1, 2)
    return (
        np.concatenate((X, np.take(X_unlabelled, found[:, 0], axis=0))),
        np.concatenate((y, found[:, 1])),
    )
