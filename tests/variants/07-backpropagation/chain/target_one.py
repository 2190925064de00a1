# expect: fail
# why: the target is taken for 1
def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    da = 2 * (a - 1)
    dz = da * (1 - a**2)
    return {"a": da, "z": dz, "x": dz * w, "w": dz * x + 2 * decay * w, "b": dz}
