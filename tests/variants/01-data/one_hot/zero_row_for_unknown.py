# expect: fail
# why: an unknown label gets a row of zeros
def one_hot(labels, classes):
    return np.array([[float(c == x) for c in classes] for x in labels]).reshape(
        len(labels), len(classes)
    )
