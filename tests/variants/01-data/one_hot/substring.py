# expect: fail
# why: takes a part of a word for the class
def one_hot(labels, classes):
    rows = [[float(str(x) in str(c)) for c in classes] for x in labels]
    if any(sum(row) == 0 for row in rows):
        raise ValueError("unknown label")
    return np.array(rows).reshape(len(labels), len(classes))
