# expect: pass
# why: row by row with math.exp
def softmax(logits):
    rows = []
    for row in logits:
        largest = max(row)
        powers = [math.exp(z - largest) for z in row]
        rows.append([p / sum(powers) for p in powers])
    return rows
