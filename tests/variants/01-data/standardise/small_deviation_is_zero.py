# expect: fail
# why: a deviation below 1e-6 counts as constant: a feature in small units (lengths in km of mm size) is not standardised
def standardise(train, *others):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation < 1e-6] = 1
    return tuple((part - mean) / deviation for part in (train, *others))
