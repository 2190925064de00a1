# expect: pass
# why: keras.ops on float32 tensors
def predict_by_hand(weights, X):
    x = keras.ops.convert_to_tensor(X, dtype="float32")
    pairs = [weights[i : i + 2] for i in range(0, len(weights), 2)]
    for W, b in pairs[:-1]:
        x = keras.ops.relu(x @ keras.ops.cast(W, "float32") + keras.ops.cast(b, "float32"))
    W, b = pairs[-1]
    return x @ keras.ops.cast(W, "float32") + keras.ops.cast(b, "float32")
