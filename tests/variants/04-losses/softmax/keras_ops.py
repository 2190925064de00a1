# expect: pass
# why: calls keras.ops, in float32
def softmax(logits):
    return keras.ops.softmax(keras.ops.convert_to_tensor(logits, dtype="float32"), axis=-1)
