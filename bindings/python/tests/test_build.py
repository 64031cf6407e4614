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


def test_a_wheel_for_linux_holds_a_library_for_avx2_too(backend, tmp_path, monkeypatch):
    compiled = []
    monkeypatch.setattr(backend, "compile_library", lambda *job: compiled.append(job[1:]))
    for platform in "linux_x86_64", "manylinux2014_aarch64", "win_amd64", "linux_i686":
        monkeypatch.setenv("SIGMA_PLATFORM", platform)
        backend.compile_libraries(tmp_path)
    assert sorted(compiled) == [("libsigma-avx2.so", "-mavx2"), *[("libsigma.so",)] * 3,
                                ("sigma.dll",)]


def test_the_library_for_avx2_is_taken_where_the_processor_has_it(tmp_path, monkeypatch):
    from sigma import _library
    facts = tmp_path / "cpuinfo"
    for flags, expected in ("flags\t\t: sse2 avx avx2 bmi2", True), ("flags : avx2x avx", False), (
            "Features : asimd", False), ("", False):
        facts.write_text(f"processor\t: 0\n{flags}\n\nbugs : avx2\n")
        assert _library._has_avx2(str(facts)) is expected
    assert not _library._has_avx2("/nowhere")
    monkeypatch.setattr(_library, "__file__", str(tmp_path / "_library.py"))
    monkeypatch.setattr(_library, "_has_avx2", lambda: True)
    assert _library._own().name == _library.NAMES.get(sys.platform, "libsigma.so")
    (tmp_path / "libsigma-avx2.so").touch()
    assert _library._own().name == "libsigma-avx2.so"
    monkeypatch.setattr(_library, "_has_avx2", lambda: False)
    assert _library._own().name == _library.NAMES.get(sys.platform, "libsigma.so")


def test_the_sources_build_without_the_repository(backend, tmp_path):
    name = backend.build_sdist(str(tmp_path))
    with tarfile.open(tmp_path / name) as archive:
        archive.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    folder = tmp_path / name.removesuffix(".tar.gz")
    made = subprocess.run([sys.executable, "-c", "import sigma_build; print(sigma_build.IN_REPOSITORY, "
                           "sigma_build.build_wheel('.'))"], cwd=folder, capture_output=True, text=True)
    assert made.stdout.startswith("False libsigma-"), made.stderr


def test_the_metadata_are_the_wheels_without_building_it(backend, tmp_path, monkeypatch):
    wheel = zipfile.ZipFile(tmp_path / backend.build_wheel(str(tmp_path)))
    monkeypatch.setenv("CC", "false")
    info = backend.prepare_metadata_for_build_wheel(str(tmp_path))
    for path in (tmp_path / info).iterdir():
        assert wheel.read(f"{info}/{path.name}") == path.read_bytes()
    said = wheel.read(f"{info}/METADATA").decode()
    assert "Classifier: Programming Language :: Python :: 3.14\n" in said
    assert b"MIT License" in wheel.read(f"{info}/LICENSE")


@pytest.mark.parametrize("compiler", ["false", "/nowhere/cc"])
def test_without_a_compiler_the_build_says_so(backend, tmp_path, monkeypatch, compiler):
    monkeypatch.setenv("CC", compiler)
    with pytest.raises(SystemExit, match=f"cannot compile libsigma .*{compiler} .*\n.*CC names it"):
        backend.build_wheel(str(tmp_path))


def test_a_missing_library_is_one_clear_error():
    result = python("import sigma", LIBSIGMA="/nowhere/libsigma.so")
    assert "ImportError: cannot load libsigma from /nowhere/libsigma.so" in result.stderr
    assert "that is the path which LIBSIGMA names" in result.stderr


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
    from sigma import _library, _structs
    monkeypatch.setenv("LIBSIGMA", "/nowhere/libsigma.so")
    with pytest.raises(ImportError, match="cannot load libsigma from /nowhere/libsigma.so"):
        _library._load()
    monkeypatch.delenv("LIBSIGMA")
    monkeypatch.setattr(_library, "_own", lambda: HERE / "none.so")
    with pytest.raises(ImportError, match=r"none\.so: .*; reinstall the package, or set LIBSIGMA"):
        _library._load()
    monkeypatch.undo()
    monkeypatch.setattr(_library, "ABI", 99)
    with pytest.raises(ImportError, match="but this package was made for ABI 99"):
        _library._load()
    monkeypatch.setattr(sigma.Bar, "SIZE", 47)
    with pytest.raises(ImportError, match="Bar has 48 bytes here, 47 in the header, and 48 in .*sigma"):
        sigma.check_sizes()
    monkeypatch.undo()
    monkeypatch.setattr(_structs, "SEAL", _structs.SEAL + 8)
    with pytest.raises(ImportError, match=" has [0-9]+ bytes here, .* in .*sigma"):
        sigma.check_sizes()
