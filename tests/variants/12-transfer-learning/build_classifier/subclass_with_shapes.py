# expect: pass
# why: a plain subclass that calls its parts one by one and knows its shapes
class OnFrozenBackbone(keras.Model):
    def __init__(self, backbone, classes):
        super().__init__()
        backbone.trainable = False
        self.backbone = backbone
        self.pool = layers.GlobalAveragePooling2D()
        self.head = layers.Dense(classes)
        self.input_shape = backbone.input_shape
        self.output_shape = (None, classes)

    def call(self, inputs):
        maps = self.backbone(inputs, training=False)
        return self.head(self.pool(maps))


def build_classifier(backbone, classes):
    model = OnFrozenBackbone(backbone, classes)
    model(keras.Input(backbone.input_shape[1:]))
    return model
