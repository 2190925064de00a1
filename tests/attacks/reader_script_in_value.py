"""Answers a visible test, which shows what it got, with HTML, scripts and names made of them.

gain: reader
succeeds without: escaping
"""

# %%
script = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>"


# %% double
def double(x):
    return {script: [script]}


# %% triple
def triple(x):
    return script
