# expect: pass
# why: one by one is at most batch_size; rows written into a table
def extract_features(backbone, X, batch_size=32):
    features = None
    for i in range(len(X)):
        output = backbone(np.float32(X[i : i + 1]), training=False).numpy()[0]
        if output.ndim == 3:
            height, width, channels = output.shape
            row = np.zeros(channels)
            for y in range(height):
                for x in range(width):
                    row += output[y, x]
            row /= height * width
        else:
            row = output
        if features is None:
            features = np.empty((len(X), len(row)), dtype="float32")
        features[i] = row
    return features
