# expect: fail
# why: decides by X.ndim whether to average: a backbone from pictures (n, h, w, 3) to vectors (n, c) fails ('either to feature maps or to vectors')
def extract_features(backbone, X, batch_size=32):
    outputs = backbone.predict(X, batch_size=batch_size, verbose=0)
    if X.ndim == 4:
        outputs = outputs.mean(axis=(1, 2))
    return outputs.astype("float32")
