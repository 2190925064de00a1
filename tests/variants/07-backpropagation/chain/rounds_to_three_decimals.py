# expect: fail
# why: results rounded as the example shows them: small derivatives become 0, others lose digits
def chain(x, w, b, y, decay=0.1):
    a = math.tanh(w * x + b)
    da = 2 * (a - y)
    dz = da * (1 - a**2)
    dw = dz * x + 2 * decay * w
    gradients = {"a": da, "z": dz, "x": dz * w, "w": dw, "b": dz}
    return {name: round(value, 3) for name, value in gradients.items()}
