"""JupyterHub for one class: students fetch and hand in, instructors grade in the Formgrader.

Everybody works under an account of their own on this server; it is these accounts that keep a
student from others' files, from the gradebook and from the course's sources.
"""

import os
import sys
from pathlib import Path

c = get_config()  # noqa: F821 - traitlets provides it
HUB = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent  # not resolved: the environment's, not its interpreter's
sys.path.insert(0, str(HUB))

from classroom import read_classroom  # noqa: E402 - it is beside this file

room = read_classroom(HUB)
if os.geteuid() != 0:
    sys.exit("the hub starts servers under its users' accounts, which root alone can do")
if not room.private.is_dir():
    sys.exit(f"{room.private} is missing: run prepare.py first")

c.JupyterHub.bind_url = room.address
c.JupyterHub.cookie_secret_file = str(room.private / "cookie_secret")
c.JupyterHub.db_url = f"sqlite:///{room.private / 'jupyterhub.sqlite'}"
c.ConfigurableHTTPProxy.command = [str(BIN / "configurable-http-proxy")]
c.ConfigurableHTTPProxy.pid_file = str(room.private / "proxy.pid")

# Who comes in.
c.JupyterHub.authenticator_class = room.login
c.Authenticator.allowed_users = set(room.people)
if room.login == "shared-password":
    c.SharedPasswordAuthenticator.user_password = os.environ.get("HUB_PASSWORD")
    if not c.SharedPasswordAuthenticator.user_password:
        sys.exit("login is shared-password: put the password into the variable HUB_PASSWORD")

# Everybody's own server: JupyterLab in their home.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [str(BIN / "jupyterhub-singleuser")]
c.Spawner.default_url = "/lab"
c.Spawner.notebook_dir = "~"


def settings_for(role: str) -> dict[str, str]:
    """The environment of a server: where its programs are, and Jupyter's settings."""
    return {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_CONFIG_PATH": os.pathsep.join(map(str, room.jupyter(role))),
    }


def set_role(spawner) -> None:
    role = "instructor" if spawner.user.name in room.instructors else "student"
    spawner.environment.update(settings_for(role))


c.Spawner.pre_spawn_hook = set_role

# The course: one more JupyterLab, under the grader's account in the course's folder.
c.JupyterHub.services = [
    {
        "name": room.course_id,
        "url": "http://127.0.0.1:9999",
        "command": [str(BIN / "jupyterhub-singleuser")],
        "user": room.grader,
        "cwd": str(room.course),
        "environment": settings_for("grader") | {"JUPYTERHUB_DEFAULT_URL": "/lab"},
        "oauth_no_confirm": True,
    }
]
grading = f"formgrade-{room.course_id}"
c.JupyterHub.load_groups = {grading: {"users": list(room.instructors)}}
may_grade = [f"access:services!service={room.course_id}"]
c.JupyterHub.load_roles = [{"name": grading, "groups": [grading], "scopes": may_grade}]
# nbgrader's course list asks for the course in its user's name; students may not, and see none.
c.Spawner.server_token_scopes = ["users:activity!user", "access:servers!server", *may_grade]
