# expect: fail
# why: tanh written with exp(2 z): OverflowError for a large z (x = 100, w = 5), where tanh is simply 1
def chain(x, w, b, y, decay=0.1):
    z = w * x + b
    t = math.exp(2 * z)
    a = (t - 1) / (t + 1)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}
