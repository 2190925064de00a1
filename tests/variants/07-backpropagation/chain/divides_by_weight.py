# expect: fail
# why: divides by w to share work
def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    da = 2 * (a - y)
    dx = da * (1 - a**2) * w
    dz = dx / w
    return {"a": da, "z": dz, "x": dx, "w": dz * x + 2 * decay * w, "b": dz}
