"""Writes HTML and scripts into the code of its answer, which the page shows.

gain: reader
succeeds without: escaping
"""


# %% double
def double(x):
    """</pre></div></main><script>alert(1)</script><img src=x onerror=alert(1)>"""
    # <style>.wrong { display: none }</style> <iframe src="https://example.org"></iframe>
    return x  # <a href="javascript:alert(1)">well done</a> <base href="//example.org/">
