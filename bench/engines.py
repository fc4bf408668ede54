"""A bench that runs on a SQLite and on a PostgreSQL of its own, in a process each."""

import subprocess
import sys
import tempfile

from serving import ROOT, environment

sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]


def run_on_each(script: str) -> None:
    """Run `script run` with an empty database of either kind, and no server."""
    from cluster import cluster

    with tempfile.TemporaryDirectory() as folder, cluster() as url:
        for database in (f"sqlite:///{folder}/db.sqlite3", url):
            env = environment(folder, 8000, database)
            env["DJANGO_SETTINGS_MODULE"] = "config.settings"
            subprocess.run([sys.executable, script, "run"], cwd=ROOT, env=env, check=True)
