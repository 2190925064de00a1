# expect: fail
# why: a table of zeros with the example's eight columns
def extract_features(backbone, X, batch_size=32):
    return np.zeros((len(X), 8), "float32")
