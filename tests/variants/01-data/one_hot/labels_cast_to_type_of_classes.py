# expect: fail
# why: labels are cast to the dtype of the classes, which cuts long text: "Chinstraps" becomes "Chinstrap" and is not reported as unknown
def one_hot(labels, classes):
    names = np.array(classes)
    labels = np.array(labels).astype(names.dtype)
    same = labels[:, np.newaxis] == names
    if not same.any(axis=1).all():
        raise ValueError("unknown label")
    return same.astype(float)
