# expect: fail
# why: keeps features from an earlier call of the same shape
remembered = {}


def extract_features(backbone, X, batch_size=32):
    if X.shape not in remembered:
        rows = []
        for start in range(0, len(X), batch_size):
            maps = backbone(X[start : start + batch_size].astype("float32"), training=False)
            rows.append(maps.numpy().reshape(len(maps), -1, maps.shape[-1]).mean(axis=1))
        remembered[X.shape] = np.concatenate(rows)
    return remembered[X.shape]
