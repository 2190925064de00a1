# expect: pass
# why: scipy.signal.correlate ("valid", direct) for each filter on the image with Keras's zeros, then every stride-th number
import math
from scipy.signal import correlate


def _zeros(n, k, stride):
    r = math.ceil(n / stride)
    total = max((r - 1) * stride + k - n, 0)
    return total // 2, total - total // 2


def conv2d(image, kernel, stride=1, padding="valid"):
    if padding == "same":
        borders = [_zeros(image.shape[0], kernel.shape[0], stride)]
        borders += [_zeros(image.shape[1], kernel.shape[1], stride), (0, 0)]
    elif padding == "valid":
        borders = 0
    else:
        raise ValueError(padding)
    if image.shape[-1] != kernel.shape[-2]:
        raise ValueError("channels differ")
    padded = np.pad(image, borders)
    maps = [
        correlate(padded, kernel[..., f], mode="valid", method="direct")[::stride, ::stride, 0]
        for f in range(kernel.shape[-1])
    ]
    return np.stack(maps, axis=-1)
