# expect: pass
# why: row by row
def pseudo_label(X, y, X_unlabelled, probabilities, threshold):
    rows, labels = [row for row in X], [int(label) for label in y]
    for row, guess in zip(X_unlabelled, probabilities):
        best = 0
        for c in range(len(guess)):
            if guess[c] > guess[best]:
                best = c
        if guess[best] >= threshold:
            rows.append(row)
            labels.append(best)
    return np.array(rows), np.array(labels)
