# expect: pass
# why: Einstein sums, returned in a list


def dense_backward(dZ, X, W):
    return [np.einsum("ij,lj->il", dZ, W), np.einsum("il,ij->lj", X, dZ), np.einsum("ij->j", dZ)]
