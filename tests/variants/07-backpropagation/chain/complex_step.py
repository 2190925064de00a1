# expect: pass
# why: derivatives by a complex step
def chain(x, w, b, y, decay=0.1):
    tiny = 1e-30j

    def loss_z(z, w):
        return (np.tanh(z) - y) ** 2 + decay * w**2

    def loss(x, w, b):
        return loss_z(w * x + b, w)

    z = w * x + b
    return dict(
        a=2 * (math.tanh(z) - y),
        z=float(np.imag(loss_z(z + tiny, w)) / 1e-30),
        x=float(np.imag(loss(x + tiny, w, b)) / 1e-30),
        w=float(np.imag(loss(x, w + tiny, b)) / 1e-30),
        b=float(np.imag(loss(x, w, b + tiny)) / 1e-30),
    )
