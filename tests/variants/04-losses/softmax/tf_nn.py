# expect: pass
# why: TensorFlow's own, in float64
def softmax(logits):
    return tf.nn.softmax(tf.constant(logits), axis=-1)
