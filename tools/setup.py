"""Set up Rebond in .venv: with uv when it is there, else with venv and pip. Standard library only.

    python3 tools/setup.py          what a user needs
    python3 tools/setup.py --dev    and what the tests need

Nothing is downloaded but the packages of uv.lock (pip follows the same versions, exported to
requirements/*.txt). No Python is ever downloaded. A second run with nothing to do takes no time.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "rebond-setup.txt"
OLDEST, NEWEST = (3, 11), (3, 14)


def main() -> int:
    dev = "--dev" in sys.argv[1:]
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        print(
            f"Rebond needs Python 3.11 to 3.14; this is Python {found}. "
            f"Rebond demande Python 3.11 à 3.14 ; celui-ci est {found}. "
            "(make demo PYTHON=python3.12)",
            file=sys.stderr,
        )
        return 1
    wanted = wish(dev)
    if STAMP.is_file() and wanted in STAMP.read_text(encoding="utf-8").split():
        return 0
    print("Setting up Rebond… / Installation de Rebond…", flush=True)
    with_uv(dev) if shutil.which("uv") else with_pip(dev)
    STAMP.write_text(wish(True) + "\n" + wish(False) + "\n" if dev else wanted + "\n", encoding="utf-8")
    return 0


def wish(dev: bool) -> str:
    """Digest of what the set-up depends on: done once, it is not done again."""
    digest = hashlib.sha256(f"{dev} {sys.version_info[:2]}".encode())
    for name in ("pyproject.toml", "uv.lock", "hatch_build.py"):
        path = ROOT / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def with_uv(dev: bool) -> None:
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    options = ["--group", "dev"] if dev else ["--no-dev"]
    run(["uv", "sync", "--quiet", "--locked", "--python", sys.executable, *options], environment)


def with_pip(dev: bool) -> None:
    """pip in a venv of its own: a system pip may refuse to install globally, a venv never does."""
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        run([sys.executable, "-m", "venv", str(VENV)])
    python = str(BIN / "python")
    lists = ["requirements/run.txt"] + (["requirements/dev.txt"] if dev else [])
    for one in lists:
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", one])
    run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-e", "."])


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        print(
            "The set-up stopped; the lines above say why. / L'installation s'est arrêtée ; voir ci-dessus.",
            file=sys.stderr,
        )
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    raise SystemExit(main())
