"""Displays HTML, JavaScript, SVG, Markdown and widgets as the results of its cells.

gain: reader
"""

# %%
from IPython.display import HTML, SVG, Javascript, Markdown, display

display(HTML("<script>alert(1)</script><img src=x onerror=alert(1)>"))
display(Javascript("alert(1)"))
display(Markdown("[well done](javascript:alert(1)) <script>alert(1)</script>"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script/></svg>"))
display({"text/html": "<script>alert(1)</script>", "text/plain": "x"}, raw=True)
print("<script>alert(1)</script>\x1b]8;;javascript:alert(1)\x07well done\x1b]8;;\x07")
