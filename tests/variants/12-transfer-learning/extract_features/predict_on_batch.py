# expect: pass
# why: nearly equal parts by array_split, predict_on_batch, mean over places
def extract_features(backbone, X, batch_size=32):
    parts = -(-len(X) // batch_size)
    outputs = [
        backbone.predict_on_batch(part.astype(np.float32)) for part in np.array_split(X, parts)
    ]
    outputs = np.concatenate(outputs)
    places = outputs.reshape(len(outputs), -1, outputs.shape[-1])
    return places.mean(axis=1, dtype=np.float64).astype(np.float32)
