# expect: fail
# why: the right shape whatever the backbone, each row that of the first picture
def extract_features(backbone, X, batch_size=32):
    maps = backbone(X[:1].astype("float32"), training=False).numpy()
    row = maps.reshape(-1, maps.shape[-1]).mean(axis=0)
    return np.tile(row, (len(X), 1))
