# expect: fail
# why: batch_size is not handed on, predict takes its own 32: a smaller batch_size is exceeded ('at most so many pictures at a time')
def extract_features(backbone, X, batch_size=32):
    outputs = backbone.predict(X, verbose=0)
    if outputs.ndim == 4:
        outputs = outputs.mean(axis=(1, 2))
    return outputs.astype("float32")
