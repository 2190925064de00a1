# expect: pass
# why: a heap by number, latest first
import itertools


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
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),), f"**{n}")

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), (1 - t * t,), "tanh")

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,), "relu")

    def backward(self):
        import heapq

        arrived = {self.number: 1.0}
        known = {self.number: self}
        heap = [-self.number]
        while heap:
            number = -heapq.heappop(heap)
            node = known[number]
            node.grad = arrived[number]
            for parent, slope in zip(node.parents, node.slopes):
                if parent.number not in known:
                    known[parent.number] = parent
                    arrived[parent.number] = 0.0
                    heapq.heappush(heap, -parent.number)
                arrived[parent.number] += slope * node.grad

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

    def __repr__(self):
        return f"Value(data={self.data:.4g}, grad={self.grad:.4g})"
