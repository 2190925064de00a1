# expect: pass
# why: instance by instance with the math module
def cross_entropy(labels, predictions, from_logits=False):
    losses = []
    for label, row in zip(labels, predictions, strict=True):
        if not 0 <= label < len(row):
            raise ValueError("a label is no class")
        if from_logits:
            largest = max(row)
            losses.append(largest + math.log(sum(math.exp(z - largest) for z in row)) - row[label])
        else:
            losses.append(-math.log(max(row[label], 1e-7)))
    return sum(losses) / len(losses)
