"""Packs the program into a folder that runs without Python: `python assets/build/make_program.py FOLDER`.

PyInstaller works in an environment of its own, which is thrown away.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
PACKER = "pyinstaller>=6.10"


def make(folder: Path) -> Path:
    """Pack the program into a folder and return its executable. Raises CalledProcessError."""
    with TemporaryDirectory() as made:
        room = Path(made)
        venv.create(room / "environment", with_pip=True)
        binaries = room / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
        python = binaries / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", PACKER, f"{ROOT}[class]"], check=True)
        subprocess.run([python, "-m", "pip", "uninstall", "-q", "-y", "excomm"], check=True)
        words = ["--noconfirm", "--log-level=WARN", f"--distpath={folder}", f"--workpath={room / 'work'}"]
        spec = ROOT / "assets" / "build" / "excomm.spec"
        subprocess.run([python, "-m", "PyInstaller", *words, spec], check=True)
    return folder / "excomm" / ("excomm.exe" if sys.platform == "win32" else "excomm")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("python assets/build/make_program.py FOLDER")
    sys.stdout.write(f"{make(Path(sys.argv[1]).absolute())}\n")
