# expect: pass
# why: a helper makes a head; other names and another start
def head_for(task, features, number):
    dense = layers.Dense(number, kernel_initializer="he_normal", name=f"head_of_{task}")
    return dense(features)


def build_two_headed(trunk, classes):
    inputs = keras.Input(
        batch_shape=(None, *trunk.inputs[0].shape[1:]), dtype=trunk.inputs[0].dtype
    )
    features = trunk(inputs)
    logits = [head_for(task, features, number) for task, number in classes.items()]
    return keras.Model(inputs, dict(zip(classes, logits, strict=True)), name="multitask")
