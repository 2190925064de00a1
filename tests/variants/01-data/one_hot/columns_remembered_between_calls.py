# expect: fail
# why: remembers the column of a class from an earlier call: another order of classes later on gets the old columns
_column_of = {}


def one_hot(labels, classes):
    for j, name in enumerate(classes):
        if _column_of.get(name, len(classes)) >= len(classes):
            _column_of[name] = j
    Y = np.zeros((len(labels), len(classes)))
    for i, label in enumerate(labels):
        if label not in classes:
            raise ValueError(f"unknown label {label!r}")
        Y[i, _column_of[label]] = 1
    return Y
