# expect: pass
# why: from expm1(-2|z|), with the sign of z put back; the slope as (1 - t)(1 + t)
def tanh(z):
    z = np.asarray(z, dtype=float)
    e = np.expm1(-2 * np.abs(z))
    return np.copysign(-e / (e + 2), z)


def tanh_derivative(z):
    t = tanh(z)
    return (1 - t) * (1 + t)
