# expect: pass
# why: pandas with ddof=0
def standardise(train, *others):
    frame = pd.DataFrame(train)
    mean, sigma = frame.mean(), frame.std(ddof=0).replace(0, 1)
    return tuple(((pd.DataFrame(part) - mean) / sigma).to_numpy() for part in (train, *others))
