"""Raises exceptions whose texts, classes and notes are HTML and scripts.

gain: reader
succeeds without: escaping
"""

# %% double
script = "<script>alert(1)</script><img src=x onerror=alert(1)>"
error = type("</pre>" + script, (Exception,), {})(script)
error.add_note(script)
raise error


# %% triple
def triple(x):
    raise type("</pre><svg onload=alert(1)>", (ValueError,), {})("<svg onload=alert(1)>")
