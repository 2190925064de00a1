"""JupyterLab shows the Formgrader in a frame of its own page, which the hub's default forbids."""

c = get_config()  # noqa: F821 - traitlets provides it
c.ServerApp.tornado_settings = {"headers": {"Content-Security-Policy": "frame-ancestors 'self'"}}
