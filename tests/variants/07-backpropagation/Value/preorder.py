# expect: fail
# why: a node passes its gradient on when it is first seen, before all has arrived


class Value:
    counter = itertools.count()

    def __init__(self, data, parents=(), slopes=(), operation=""):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.slopes = slopes
        self.operation = operation
        self.number = next(Value.counter)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data), "*")

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),), "power")

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t * t,), "tanh")

    def relu(self):
        if self.data > 0:
            return Value(self.data, (self,), (1.0,), "relu")
        return Value(0.0, (self,), (0.0,), "relu")

    def backward(self):
        self.grad = 1.0
        seen, waiting = {self}, [self]
        cleared = []
        while waiting:
            node = waiting.pop(0)
            for parent, slope in zip(node.parents, node.slopes):
                if parent not in seen:
                    parent.grad = 0.0
                parent.grad += slope * node.grad
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * other**-1
