# expect: pass
# why: a loop over rows in plain Python, a nested list comes back


def softmax_cross_entropy_backward(logits, labels):
    result = []
    for row, label in zip(logits, labels):
        top = max(row)
        e = [math.exp(z - top) for z in row]
        result.append([(v / sum(e) - (j == label)) / len(labels) for j, v in enumerate(e)])
    return result
