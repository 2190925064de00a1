# expect: pass
# why: in single precision
def standardise(train, *others):
    train = np.asarray(train, dtype="float32")
    mean, sigma = train.mean(0), train.std(0)
    sigma[sigma == 0] = 1
    return ((train - mean) / sigma, *((np.asarray(o, "float32") - mean) / sigma for o in others))
