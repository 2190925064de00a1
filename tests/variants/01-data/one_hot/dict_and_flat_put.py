# expect: pass
# why: a dict of columns, and one np.put at flat positions
def one_hot(labels, classes):
    column = {name: j for j, name in enumerate(classes)}
    try:
        flat = [i * len(column) + column[label] for i, label in enumerate(labels)]
    except KeyError as error:
        raise ValueError(f"unknown label {error.args[0]!r}") from error
    Y = np.zeros((len(flat), len(column)), dtype=np.float32)
    np.put(Y, np.array(flat, dtype=int), 1)
    return Y
