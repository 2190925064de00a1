# expect: pass
# why: fills by update and zip
which_loss = {}
which_loss.update(
    zip(
        ("harvest", "sensors", "spam", "topics", "digits", "exact", "floor", "stuck"),
        "ABCFDEHG",
        strict=True,
    )
)
