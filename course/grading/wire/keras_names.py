"""Which of Keras's classes, functions, settings and words a model on the wire may be made of.

Lists only. Left out on purpose: whatever runs given code or reads a file (Lambda, TFSMLayer,
TorchModuleWrapper, lookups and vocabularies), registered and custom objects, quantisation.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MODELS = {"keras": ("Sequential",), "keras.src.models.functional": ("Functional",)}

LAYERS = {
    "keras.layers": _words("""
        InputLayer Dense EinsumDense Embedding Activation Identity Masking
        ReLU LeakyReLU PReLU ELU Softmax
        Flatten Reshape Permute RepeatVector
        Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D AlphaDropout GaussianDropout
        GaussianNoise ActivityRegularization
        BatchNormalization LayerNormalization GroupNormalization RMSNormalization
        UnitNormalization
        Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose
        DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D
        MaxPooling1D MaxPooling2D MaxPooling3D
        AveragePooling1D AveragePooling2D AveragePooling3D
        GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D
        GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D
        UpSampling1D UpSampling2D UpSampling3D
        ZeroPadding1D ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D Cropping3D
        Add Subtract Multiply Average Maximum Minimum Concatenate Dot
        Attention AdditiveAttention MultiHeadAttention GroupQueryAttention
        SimpleRNN LSTM GRU RNN Bidirectional TimeDistributed
        Rescaling Normalization Resizing CenterCrop
        RandomFlip RandomRotation RandomZoom RandomTranslation RandomContrast
        """)
}

CELLS = {"keras.layers": ("SimpleRNNCell", "LSTMCell", "GRUCell", "StackedRNNCells")}

# What ``a + b`` or ``keras.ops.relu(a)`` leaves in a functional model.
OPERATIONS = {
    "keras.src.ops.numpy": _words("""
        Abs Absolute Add Concatenate Clip Divide Exp ExpandDims Expm1 GetItem Log Log1p Matmul Max
        Maximum Mean Min Minimum Multiply Negative Power Prod Reshape Sqrt Square Squeeze Stack Std
        Subtract Sum Swapaxes Moveaxis Tanh Transpose TrueDivide Var
        """),
    "keras.src.ops.nn": _words("""
        Elu Gelu HardSigmoid HardSilu LeakyRelu LogSigmoid LogSoftmax Relu Relu6 Selu Sigmoid Silu
        Softmax Softplus Softsign
        """),
    "keras.src.ops.core": ("Cast", "StopGradient"),
}

INITIALIZERS = {
    "keras.initializers": _words("""
        Constant GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform
        Ones Orthogonal RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros
        """)
}
REGULARIZERS = {"keras.regularizers": ("L1", "L2", "L1L2", "OrthogonalRegularizer")}
CONSTRAINTS = {"keras.constraints": ("MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm")}
ACTIVATION_LAYERS = {"keras.layers": ("ReLU", "LeakyReLU", "PReLU", "ELU", "Softmax")}

OPTIMIZERS = {
    "keras.optimizers": _words("""
        Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion Nadam RMSprop SGD
        """)
}
SCHEDULES = {
    "keras.optimizers.schedules": _words("""
        CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay PiecewiseConstantDecay
        PolynomialDecay
        """)
}
LOSSES = {
    "keras.losses": _words("""
        BinaryCrossentropy BinaryFocalCrossentropy CategoricalCrossentropy
        CategoricalFocalCrossentropy CategoricalHinge CosineSimilarity Dice Hinge Huber
        KLDivergence LogCosh MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError
        MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy SquaredHinge Tversky
        """)
}
METRICS = {
    "keras.metrics": _words("""
        AUC Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalCrossentropy
        CategoricalHinge CosineSimilarity F1Score FalseNegatives FalsePositives Hinge KLDivergence
        LogCoshError MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError
        MeanSquaredLogarithmicError Poisson Precision R2Score Recall RootMeanSquaredError
        SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy
        SquaredHinge TopKCategoricalAccuracy TrueNegatives TruePositives
        """)
}

ACTIVATIONS = frozenset(
    _words("""
    celu elu exponential gelu hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear
    log_sigmoid log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign sparsemax
    squareplus swish tanh tanh_shrink
    """)
)
# Those that keras.ops and tf.nn have, too, under the same name and with the same settings.
SAME_ACTIVATIONS = frozenset(
    _words("elu log_softmax relu relu6 selu sigmoid softmax softplus softsign tanh")
)
LOSS_NAMES = frozenset(
    _words("""
    binary_crossentropy bce BCE binary_focal_crossentropy categorical_crossentropy
    categorical_focal_crossentropy categorical_hinge cosine_similarity dice hinge huber
    kl_divergence kld KLD log_cosh logcosh mean_absolute_error mae MAE
    mean_absolute_percentage_error mape MAPE mean_squared_error mse MSE
    mean_squared_logarithmic_error msle MSLE poisson sparse_categorical_crossentropy squared_hinge
    tversky
    """)
)
METRIC_NAMES = LOSS_NAMES | frozenset(
    _words("""
    acc accuracy auc binary_accuracy categorical_accuracy precision r2_score recall
    root_mean_squared_error sparse_categorical_accuracy sparse_top_k_categorical_accuracy
    top_k_categorical_accuracy
    """)
)

DTYPES = frozenset(
    _words("""
    bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 bfloat16 float32 float64
    mixed_float16 mixed_bfloat16
    """)
)

# Settings that hold None, truth values, numbers, WORDS, or short nested sequences of these.
SETTINGS = frozenset(
    _words("""
    trainable units use_bias input_dim output_dim mask_zero mask_value negative_slope max_value
    threshold shared_axes alpha axis target_shape dims n rate noise_shape stddev l1 l2 momentum
    epsilon center scale synchronized renorm renorm_clipping renorm_momentum groups rms_scaling
    filters kernel_size strides padding data_format dilation_rate output_padding depth_multiplier
    pool_size keepdims size interpolation cropping axes normalize use_scale score_mode dropout
    num_heads key_dim value_dim use_gate output_shape attention_axes sliding_window head_dim
    num_query_heads num_key_value_heads return_sequences return_state go_backwards
    zero_output_for_mask unit_forget_bias reset_after recurrent_dropout merge_mode offset invert
    mean variance height width crop_to_aspect_ratio pad_to_aspect_ratio fill_mode fill_value
    antialias mode factor height_factor width_factor value_range batch_shape optional

    maxval minval gain value distribution input_axes output_axes min_value

    newshape axis1 axis2 source destination x_min x_max approximate

    amsgrad beta beta_1 beta_2 beta_2_decay centered clip_threshold clipnorm clipvalue
    ema_momentum ema_overwrite_frequency epsilon_1 epsilon_2 global_clipnorm
    gradient_accumulation_steps initial_accumulator_value l1_regularization_strength
    l2_regularization_strength l2_shrinkage_regularization_strength learning_rate
    learning_rate_power loss_scale_factor nesterov relative_step rho use_ema weight_decay
    cycle decay_rate end_learning_rate initial_learning_rate power staircase values warmup_target
    t_mul m_mul

    apply_class_balancing from_logits gamma delta ignore_class label_smoothing reduction
    average class_aggregation class_id curve k label_weights num_regressors
    num_thresholds summation_method thresholds top_k from_sorted_ids

    start stop step
    """)
)
# Counts of training steps, and seeds, which no allocation follows.
LONG = frozenset(_words("boundaries decay_steps first_decay_steps seed warmup_steps"))
# Settings that travel only in this one state.
FIXED = {
    "lora_rank": None,
    "multi_label": False,  # with num_labels, AUC allocates at once
    "num_labels": None,
    "quantization_config": None,
    "ragged": False,
    "sparse": False,
    "stateful": False,
    "unroll": False,
}
WORDS = frozenset(
    _words("""
    valid same causal channels_last channels_first nearest bilinear bicubic lanczos3 lanczos5 area
    dot concat sum mul ave reflect wrap constant horizontal vertical horizontal_and_vertical
    fan_in fan_out fan_avg truncated_normal untruncated_normal normal uniform rows columns
    sum_over_batch_size mean mean_with_sample_weight none micro macro weighted ROC PR
    minoring majoring uniform_average variance_weighted_average
    """)
)
