# expect: pass
# why: NumPy's tanh, NumPy numbers in the dict


def chain(x, w, b, y, decay=0.1):
    a = np.tanh(w * x + b)
    dz = 2 * (a - y) * (1 - a**2)
    return dict(a=2 * (a - y), z=dz, x=dz * w, w=dz * x + 2 * decay * w, b=dz)
