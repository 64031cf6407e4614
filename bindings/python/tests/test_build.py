# SPDX-License-Identifier: MIT
"""The package as it is installed: its wheel, its sources, and the library that it loads."""
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def quickly_compiled(monkeypatch):
    monkeypatch.setenv("CFLAGS", "-O0")


@pytest.fixture(scope="module")
def backend():
    sys.path.insert(0, str(HERE))
    import sigma_build
    return sigma_build


def python(code, **environment):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          env=os.environ | environment, cwd="/")


def test_the_wheel_holds_the_library_and_serves_every_python(backend, tmp_path):
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    again.mkdir()
    name = backend.build_wheel(str(first))
    assert "-py3-none-" in name
    names = zipfile.ZipFile(first / name).namelist()
    assert f"sigma/{backend.library_name()}" in names and "sigma/raw/sizing.py" in names
    assert backend.build_wheel(str(again)) == name
    assert (first / name).read_bytes() == (again / name).read_bytes()


def test_a_wheel_may_serve_several_platforms(backend, tmp_path, monkeypatch):
    monkeypatch.setenv("SIGMA_PLATFORM", "manylinux2014_x86_64.musllinux_1_1_x86_64")
    name = backend.build_wheel(str(tmp_path))
    assert name.endswith("-py3-none-manylinux2014_x86_64.musllinux_1_1_x86_64.whl")
    wheel = zipfile.ZipFile(tmp_path / name)
    tags = [line for line in wheel.read(next(n for n in wheel.namelist() if n.endswith("/WHEEL"))
                                        ).decode().splitlines() if line.startswith("Tag: ")]
    assert tags == ["Tag: py3-none-manylinux2014_x86_64", "Tag: py3-none-musllinux_1_1_x86_64"]


def test_the_sources_build_without_the_repository(backend, tmp_path):
    name = backend.build_sdist(str(tmp_path))
    with tarfile.open(tmp_path / name) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / name.removesuffix(".tar.gz")
    made = subprocess.run([sys.executable, "-c", "import sigma_build; print(sigma_build.IN_REPOSITORY, "
                           "sigma_build.build_wheel('.'))"], cwd=folder, capture_output=True, text=True)
    assert made.stdout.startswith("False libsigma-"), made.stderr


def test_a_missing_library_is_one_clear_error():
    result = python("import sigma", LIBSIGMA="/nowhere/libsigma.so")
    assert "ImportError: cannot load libsigma from /nowhere/libsigma.so" in result.stderr


def test_a_foreign_library_is_refused(tmp_path):
    source, library = tmp_path / "other.c", tmp_path / "other.so"
    source.write_text("int sigma_version_abi(void) { return 99; }\n")
    subprocess.run(["cc", "-shared", "-fPIC", source, "-o", library], check=True)
    result = python("import sigma", LIBSIGMA=str(library))
    assert "has ABI 99, but this package was made for ABI" in result.stderr
    source.write_text("int something_else(void) { return 99; }\n")
    subprocess.run(["cc", "-shared", "-fPIC", source, "-o", library], check=True)
    assert "ImportError: cannot load" in python("import sigma", LIBSIGMA=str(library)).stderr


def test_what_is_loaded_is_checked(monkeypatch):
    import sigma
    from sigma import _library
    monkeypatch.setenv("LIBSIGMA", "/nowhere/libsigma.so")
    with pytest.raises(ImportError, match="cannot load libsigma from /nowhere/libsigma.so"):
        _library._load()
    monkeypatch.delenv("LIBSIGMA")
    monkeypatch.setattr(_library, "ABI", 99)
    with pytest.raises(ImportError, match="but this package was made for ABI 99"):
        _library._load()
    monkeypatch.setattr(sigma.Bar, "SIZE", 47)
    with pytest.raises(ImportError, match="Bar has 48 bytes here, and 47 in libsigma"):
        sigma.check_sizes()
