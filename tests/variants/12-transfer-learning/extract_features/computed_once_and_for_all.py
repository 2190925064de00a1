# expect: fail
# why: keeps features between calls by the backbone's name and the shape of X: other pictures of the same shape, or new weights, get the old features
_kept_features = {}


def extract_features(backbone, X, batch_size=32):
    key = (backbone.name, X.shape)
    if key not in _kept_features:
        outputs = backbone.predict(X, batch_size=batch_size, verbose=0)
        if outputs.ndim == 4:
            outputs = outputs.mean(axis=(1, 2))
        _kept_features[key] = outputs.astype("float32")
    return _kept_features[key]
