# expect: pass
# why: a dict of class to column, KeyError turned into ValueError
def one_hot(labels, classes):
    column = {c: j for j, c in enumerate(classes)}
    encoded = np.zeros((len(labels), len(classes)))
    try:
        encoded[np.arange(len(labels)), [column[x] for x in labels]] = 1.0
    except KeyError as error:
        raise ValueError(f"unknown label {error}") from None
    except IndexError:
        pass
    return encoded
