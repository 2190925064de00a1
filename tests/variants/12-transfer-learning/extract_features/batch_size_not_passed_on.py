# expect: fail
# why: predict with its own batches of 32
def extract_features(backbone, X, batch_size=32):
    maps = backbone.predict(X.astype("float32"), verbose=0)
    return maps.mean(axis=(1, 2)) if maps.ndim == 4 else maps
