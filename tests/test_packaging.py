"""wiq works from a wheel, from a wheel made of the source archive, and from a plain checkout."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = {"templates", "examples", "schemas"}


def run(*call: str | Path, cwd: Path, **environment: str) -> str:
    """Run a program away from the checkout and give what it says."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "COV"))}
    done = subprocess.run(call, cwd=cwd, env=plain | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def lying_around(folder: str, names: list[str]) -> list[str]:
    """Name what a fresh clone would not hold."""
    here = Path(folder)
    made = {"__pycache__"} | (
        {"site", "build", "dist", "node_modules"} if (here / "pyproject.toml").exists() else set()
    )
    if (here / "wiq.yaml").exists():
        made.add("site")
    return [name for name in names if name in made or (name.startswith(".") and (here / name).is_dir())]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout, so that building it leaves nothing behind."""
    return shutil.copytree(ROOT, tmp_path_factory.mktemp("copy") / "checkout", ignore=lying_around)


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, and the wheel that is made of it."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, checkout, cwd=out)
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own that holds the wheel and sees this one's libraries, not this checkout."""
    venv = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv)
    python = venv / "bin" / "python"
    (wheel,) = built.glob("*.whl")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=venv)
    packages = Path(run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=venv).strip())
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return venv / "bin"


def names_in_wheel(folder: Path) -> set[str]:
    (wheel,) = folder.glob("*.whl")
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_wheel_holds_the_package_and_its_data(built: Path, checkout: Path) -> None:
    expected = {
        path.relative_to(checkout).as_posix()
        for folder in ("wiq_cli", *DATA)
        for path in (checkout / folder).rglob("*")
        if path.is_file()
    }
    in_place = {f"wiq_cli/data/{name}" if name.partition("/")[0] in DATA else name for name in expected}
    assert names_in_wheel(built) == in_place


def test_the_wheel_is_the_same_byte_for_byte(built: Path, checkout: Path, tmp_path: Path) -> None:
    """From the source archive or from a checkout elsewhere, of another day, with other rights: whoever builds it gets this one."""
    elsewhere = shutil.copytree(checkout, tmp_path / "anderswo")
    for path in elsewhere.rglob("*.py"):
        path.chmod(0o600)
        os.utime(path, (1_600_000_000, 1_600_000_000))
    out = tmp_path / "dist"
    run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        out,
        elsewhere,
        cwd=tmp_path,
        TZ="Asia/Tokyo",
    )
    (first,), (second,) = built.glob("*.whl"), out.glob("*.whl")
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_source_archive_holds_the_tests(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"README.md", "LICENSE", "Makefile", "pyproject.toml", "tests/test_packaging.py"} <= names
    assert not any(name.startswith(("site/", "dist/", ".venv/")) for name in names)


def test_installed_wiq_works_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "wiq", "--version", cwd=tmp_path).startswith("wiq ")
    where = run(installed / "python", "-c", "import wiq_cli; print(wiq_cli.__file__)", cwd=tmp_path)
    assert where.startswith(str(installed.parent))
    finder = "from wiq_cli.resources import folder; print(folder('examples'))"
    example = run(installed / "python", "-c", finder, cwd=tmp_path).strip()
    assert example.startswith(str(installed.parent))
    network = shutil.copytree(Path(example) / "wir-im-quartier", tmp_path / "netz")
    run(installed / "wiq", "check", cwd=network)
    run(installed / "wiq", "publish", "--today", "2026-11-22", cwd=network)
    assert (network / "site" / "index.html").is_file()
    run(installed / "wiq", "init", "neu", cwd=tmp_path)
    run(installed / "wiq", "schema", cwd=tmp_path)


def test_plain_checkout_works(checkout: Path) -> None:
    libraries = os.pathsep.join(site.getsitepackages())
    run(sys.executable, "-S", "-m", "wiq_cli", "--version", cwd=checkout, PYTHONPATH=libraries)
    example = "examples/wir-im-quartier"
    run(sys.executable, "-S", "-m", "wiq_cli", "check", "--root", example, cwd=checkout, PYTHONPATH=libraries)
