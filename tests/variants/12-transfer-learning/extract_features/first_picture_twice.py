# expect: fail
# why: runs the first picture once more, to learn the number of channels
def extract_features(backbone, X, batch_size=32):
    channels = backbone(X[:1].astype("float32"), training=False).shape[-1]
    features = np.empty((len(X), channels), "float32")
    for start in range(0, len(X), batch_size):
        batch = X[start : start + batch_size].astype("float32")
        maps = backbone(batch, training=False).numpy()
        features[start : start + batch_size] = maps.reshape(len(batch), -1, channels).mean(axis=1)
    return features
