# expect: pass
# why: small letters and spaces around them are forgiven
which_loss = dict(
    zip(
        ["harvest", "sensors", "spam", "topics", "digits", "exact", "floor", "stuck"],
        ["a", "b ", "c", "f", "d", "e", " h", "g"],
        strict=True,
    )
)
