# expect: pass
# why: Keras's cross-entropy with ignore_class, summed and divided
def multitask_loss(labels, logits, weights):
    ops = keras.ops
    terms = []
    for task in labels:
        y = ops.cast(labels[task], "int32")
        rows = keras.losses.sparse_categorical_crossentropy(
            y, ops.cast(logits[task], "float32"), from_logits=True, ignore_class=-1
        )
        count = ops.maximum(ops.sum(ops.cast(y != -1, "float32")), 1.0)
        terms.append(ops.sum(rows) / count * weights[task])
    return ops.sum(ops.stack(terms))
