# expect: pass
# why: plain loops: shuffles the rows, then fills each class's places
import random


def label_efficiency(methods, X, y, X_test, y_test, per_class=(5, 10, 50), seeds=(0, 1, 2)):
    labels = sorted(set(np.asarray(y).tolist()))
    for k in per_class:
        for label in labels:
            if list(y).count(label) < k:
                raise ValueError("class " + str(label) + " has fewer rows than " + str(k))

    result = {}
    for name in methods:
        result[name] = np.zeros((len(per_class), len(seeds)))

    for j in range(len(seeds)):
        order = list(range(len(y)))
        random.Random(int(seeds[j])).shuffle(order)
        for i in range(len(per_class)):
            places = {label: per_class[i] for label in labels}
            chosen = []
            for row in order:
                label = y[row].item()
                if places[label] > 0:
                    places[label] -= 1
                    chosen.append(row)
            for name in methods:
                keras.utils.set_random_seed(int(seeds[j]))
                answer = methods[name](X[chosen], y[chosen], X_test)
                right = 0
                for guess, truth in zip(answer, y_test, strict=True):
                    if guess == truth:
                        right += 1
                result[name][i, j] = right / len(y_test)
    return result
