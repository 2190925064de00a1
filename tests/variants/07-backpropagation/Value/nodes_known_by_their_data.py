# expect: fail
# why: collects nodes by their number's value (data), so of two nodes with equal data only one is visited: gradients of the other's parents are lost; 'sum over all paths'
class Value:
    """A number that remembers how it was computed, so that derivatives can be taken.

    Parameters
    ----------
    data : number

    Attributes
    ----------
    data : number
    grad : number
        0 at first; after `y.backward()`, the derivative of y with respect to this value.

    Operations, each of which returns a new Value and changes none:
    a + b and a * b, where a or b may also be a plain number; a ** n for a plain number n (whole,
    negative or fractional); a.tanh() and a.relu(), whose slope at 0 is 0.

    Example
    -------
    a, b = Value(2.0), Value(-3.0)
    y = a * b + a * a makes y.data -2.0; after y.backward(),
    a.grad = b + 2 a = 1.0, b.grad = a = 2.0, y.grad = 1.0.
    """

    counter = itertools.count()

    def __init__(self, data, parents=(), slopes=(), operation=""):
        self.data = data
        self.grad = 0.0
        self.parents = parents  # the values that this one was computed from
        self.slopes = slopes  # its local derivative for each of them
        self.operation = operation  # a name for the drawing
        self.number = next(Value.counter)  # larger than those of its parents

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0), "+")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data), "*")

    def __pow__(self, n):
        slope = n * self.data ** (n - 1) if n else 0.0
        return Value(self.data**n, (self,), (slope,), f"**{n}")

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t**2,), "tanh")

    def relu(self):
        return Value(max(0, self.data), (self,), (1.0 if self.data > 0 else 0.0,), "relu")

    def backward(self):
        """Set `grad` of this value and of all that it depends on; what they held before is lost.

        A value that is used several times gets the sum over all paths. Calling backward again,
        here or on another result, gives the derivatives of that result alone.
        """
        nodes, waiting = {self.data: self}, [self]
        while waiting:
            for parent in waiting.pop().parents:
                if parent.data not in nodes:
                    nodes[parent.data] = parent
                    waiting.append(parent)
        for node in nodes.values():
            node.grad = 0.0
        self.grad = 1.0
        for node in sorted(nodes.values(), key=lambda node: -node.number):
            for parent, slope in zip(node.parents, node.slopes):
                parent.grad += slope * node.grad

    # Given: what follows from + and *, and how a Value is printed.

    def __radd__(self, other):  # other + self, where other is a plain number
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

    def __repr__(self):
        return f"Value(data={self.data:.4g}, grad={self.grad:.4g})"
