# expect: pass
# why: a dataclass with a running total as a tensor; returns a tensor
def evaluate(model, measure, batches):
    from dataclasses import dataclass

    @dataclass
    class Average:
        total: tf.Tensor = None
        rows: int = 0

        def add(self, value, count):
            part = count * tf.cast(value, tf.float64)
            self.total = part if self.total is None else self.total + part
            self.rows += count

    average = Average()
    for inputs, targets in iter(batches):
        predictions = model(inputs, training=False)
        average.add(measure(targets, predictions), int(np.shape(inputs)[0]))
    return average.total / average.rows
