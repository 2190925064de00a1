# expect: fail
# why: gradients looked up by the visible tests' results


class Value:
    table = {
        -6.0: [-3.0, 2.0],
        8.0: [12.0],
        math.tanh(0.5): [1 - math.tanh(0.5) ** 2],
        -2.0: [1.0, 2.0],
        9.0: [6.0],
        42.0: [39.0],
        10.0: [5.0],
    }

    def __init__(self, data, leaves=()):
        self.data, self.grad, self.leaves = data, 0.0, leaves

    def _make(self, data, other):
        mine = self.leaves or (self,)
        theirs = (other.leaves or (other,)) if isinstance(other, Value) else ()
        return Value(data, tuple(dict.fromkeys(mine + theirs)))

    def __add__(self, other):
        return self._make(self.data + getattr(other, "data", other), other)

    def __mul__(self, other):
        return self._make(self.data * getattr(other, "data", other), other)

    def __pow__(self, n):
        return self._make(self.data**n, n)

    def tanh(self):
        return self._make(math.tanh(self.data), None)

    def relu(self):
        return self._make(max(self.data, 0.0), None)

    def backward(self):
        self.grad = 1.0
        gradients = self.table.get(self.data, [-0.256, -1.024, -0.512])
        for leaf, gradient in zip(self.leaves, gradients):
            leaf.grad = gradient

    __radd__, __rmul__ = __add__, __mul__
