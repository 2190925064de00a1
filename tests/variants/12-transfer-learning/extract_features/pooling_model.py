# expect: pass
# why: a second model: the backbone as a layer, and global average pooling
def extract_features(backbone, X, batch_size=32):
    inputs = keras.Input(X.shape[1:])
    features = backbone(inputs, training=False)
    if len(features.shape) > 2:
        features = layers.GlobalAveragePooling2D()(features)
    pooled = keras.Model(inputs, features)
    return pooled.predict(X.astype("float32"), batch_size=batch_size, verbose=0)
