# expect: fail
# why: runs the backbone anew for every channel
def extract_features(backbone, X, batch_size=32):
    columns = []
    for c in range(backbone.output_shape[-1]):
        column = []
        for start in range(0, len(X), batch_size):
            maps = backbone(X[start : start + batch_size].astype("float32"), training=False).numpy()
            column.extend(maps[..., c].reshape(len(maps), -1).mean(axis=1))
        columns.append(column)
    return np.array(columns, "float32").T
