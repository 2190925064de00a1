# expect: fail
# why: train is standardised first, and the others by what is left of it
def standardise(train, *others):
    def scale(sigma):
        return np.where(sigma > 0, sigma, 1)

    train = (train - train.mean(axis=0)) / scale(train.std(axis=0))
    return train, *((part - train.mean(axis=0)) / scale(train.std(axis=0)) for part in others)
