# expect: pass
# why: StandardScaler, fitted on the training set
from sklearn.preprocessing import StandardScaler


def standardise(train, *others):
    scaler = StandardScaler().fit(train)
    return tuple(scaler.transform(part) for part in (train, *others))
