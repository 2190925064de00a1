# expect: pass
# why: model.predict cuts the batches and runs in inference mode
def extract_features(backbone, X, batch_size=32):
    maps = backbone.predict(X.astype("float32"), batch_size=batch_size, verbose=0)
    return maps.mean(axis=(1, 2)) if maps.ndim == 4 else maps
