# expect: pass
# why: Keras's own initialisers: truncated normal for He, uniform for Glorot
def initialise(shape, scheme, seed):
    if scheme == "zeros":
        return keras.initializers.Zeros()(shape)
    if scheme == "normal":
        return keras.initializers.RandomNormal(stddev=1.0, seed=seed)(shape)
    if scheme == "glorot":
        return keras.initializers.GlorotUniform(seed=seed)(shape)
    if scheme == "he":
        return keras.initializers.HeNormal(seed=seed)(shape)
    raise ValueError(scheme)
