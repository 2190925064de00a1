# expect: pass
# why: two loops
def one_hot(labels, classes):
    encoded = np.zeros((len(labels), len(classes)), dtype=int)
    for i, label in enumerate(labels):
        if label not in classes:
            raise ValueError(f"{label} is not among the classes")
        for j in range(len(classes)):
            if classes[j] == label:
                encoded[i, j] = 1
    return encoded
