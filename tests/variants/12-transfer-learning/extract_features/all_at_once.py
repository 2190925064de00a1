# expect: fail
# why: ignores batch_size: all pictures in one call
def extract_features(backbone, X, batch_size=32):
    maps = backbone(X.astype("float32"), training=False).numpy()
    return maps.mean(axis=(1, 2)) if maps.ndim == 4 else maps
