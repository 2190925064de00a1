# expect: pass
# why: TensorFlow's tape in float64, tensors in the dict


def chain(x, w, b, y, decay=0.1):
    z_of = [tf.constant(float(v), "float64") for v in (x, w, b)]
    with tf.GradientTape() as tape:
        tape.watch(z_of)
        z = z_of[1] * z_of[0] + z_of[2]
        a = tf.tanh(z)
        loss = (a - y) ** 2 + decay * z_of[1] ** 2
    da, dz, dx, dw, db = tape.gradient(loss, [a, z, *z_of])
    return {"a": da, "z": dz, "x": dx, "w": dw, "b": db}
