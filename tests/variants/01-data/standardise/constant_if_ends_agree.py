# expect: fail
# why: compares the first row with the last only: a column that starts and ends with the same value is taken for constant
def standardise(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    if len(train) > 0:
        deviation = np.where(train[0] == train[-1], 1.0, deviation)
    return tuple((part - mean) / deviation for part in (train, *others))
