# expect: fail
# why: breaks "each batch counts by its number of rows": counts the entries of X; batches of shapes (1, 6) and (2, 3) with losses 0 and 3 give 1.5, must give 2
def train_epoch(step, batches):
    total, count = 0.0, 0
    for X_batch, y_batch in batches:
        n = np.size(X_batch)
        total += n * float(step(X_batch, y_batch))
        count += n
    if count == 0:
        raise ValueError("there is no batch")
    return total / count
