# SPDX-License-Identifier: MIT
"""Builds the package (PEP 517), with the standard library alone: no network, no other tool than a C
compiler.

The C library is compiled into the wheel, from scripts/amalgamate in the repository, or from the two
files that a source distribution carries. It is called through ctypes, so one wheel serves every
Python 3. CC, CFLAGS and LDFLAGS are obeyed; SIGMA_PLATFORM names the platform when it is not this
machine's, such as win_amd64, or several, such as manylinux2014_x86_64.musllinux_1_1_x86_64.
bindings/python/wheels builds those of three platforms.
"""
import base64
import hashlib
import io
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
IN_REPOSITORY = (ROOT / "scripts/amalgamate").is_file()
DATE = (1980, 1, 1, 0, 0, 0)  # the same wheel each time
CLASSIFIERS = [
    "Intended Audience :: Financial and Insurance Industry",
    "Operating System :: Microsoft :: Windows", "Operating System :: POSIX :: Linux",
    *(f"Programming Language :: Python :: 3.{minor}" for minor in range(9, 15)),
    "Topic :: Office/Business :: Financial :: Investment", "Typing :: Typed"]
LIBRARIES = {"win": "sigma.dll", "macosx": "libsigma.dylib"}
FLAGS = ["-std=c11", "-O3", "-fvisibility=hidden", "-ffreestanding", "-ffp-contract=off",
         "-fno-math-errno", "-fno-trapping-math", "-fno-tree-slp-vectorize",
         "-fno-stack-protector", "-U_FORTIFY_SOURCE", "-shared"]
WIDE = ("libsigma-avx2.so", "-mavx2")  # the same bits, columns twice as fast


def platform_tag() -> str:
    return os.environ.get("SIGMA_PLATFORM") or sysconfig.get_platform().replace(
        "-", "_").replace(".", "_")


def library_name() -> str:
    return LIBRARIES.get(platform_tag().split("_")[0], "libsigma.so")


def prepare() -> None:
    """The generated modules, the library's two files and the licence, in a repository; elsewhere they
    are there."""
    if IN_REPOSITORY:
        (HERE / "build").mkdir(exist_ok=True)
        (HERE / "build/LICENSE").write_bytes((ROOT / "LICENSE").read_bytes())
        subprocess.run([sys.executable, str(ROOT / "scripts/amalgamate"), str(HERE / "build")],
                       check=True)
        subprocess.run([sys.executable, str(HERE / "generate"), str(ROOT), str(HERE / "sigma")],
                       check=True)


def compile_library(folder: Path, name: str, *options: str) -> Path:
    target = folder / name
    position = [] if platform_tag().startswith("win") else ["-fPIC"]
    command = [*shlex.split(os.environ.get("CC", "cc")), *FLAGS, *options, *position,
               *shlex.split(os.environ.get("CFLAGS", "")), str(HERE / "build/sigma.c"), "-o",
               str(target), *shlex.split(os.environ.get("LDFLAGS", ""))]
    try:
        failed = subprocess.run(command, check=False).returncode
    except OSError as error:
        failed = error
    if failed:
        raise SystemExit(f"cannot compile libsigma ({failed}): {shlex.join(command)}\nA C11 compiler "
                         "is needed, such as gcc or clang; CC names it.")
    return target


def compile_libraries(folder: Path) -> list:
    """The library, and the one that it is replaced with where the processor has AVX2."""
    kinds = [(library_name(),)]
    if "linux" in platform_tag() and "x86_64" in platform_tag():
        kinds.append(WIDE)
    with ThreadPoolExecutor(len(kinds)) as pool:
        return list(pool.map(lambda kind: compile_library(folder, *kind), kinds))


def version() -> str:
    values = {}
    exec((HERE / "sigma/_version.py").read_text(encoding="utf-8"), values)
    return values["VERSION"]


def metadata() -> str:
    """What pyproject.toml says, and what it leaves to this file."""
    project = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    summary, python = (re.search(f'^{name} = "(.*)"$', project, re.M)[1]
                       for name in ("description", "requires-python"))
    return (f"Metadata-Version: 2.1\nName: libsigma\nVersion: {version()}\nSummary: {summary}\n"
            f"License: MIT\nLicense-File: LICENSE\nRequires-Python: {python}\n"
            "Provides-Extra: numpy\nRequires-Dist: numpy; extra == 'numpy'\n"
            + "".join(f"Classifier: {classifier}\n" for classifier in CLASSIFIERS)
            + "Description-Content-Type: text/markdown\n\n"
            + (HERE / "README.md").read_text(encoding="utf-8"))


def info_files() -> dict:
    """{name: data} of the folder .dist-info but for its list of files."""
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in platform_tag().split("."))
    return {"METADATA": metadata().encode(), "LICENSE": (HERE / "build/LICENSE").read_bytes(),
            "WHEEL": ("Wheel-Version: 1.0\nGenerator: sigma_build\nRoot-Is-Purelib: false\n"
                      + tags).encode()}


def package_files() -> dict:
    return {path.relative_to(HERE).as_posix(): path.read_bytes()
            for path in sorted((HERE / "sigma").rglob("*")) if path.suffix in (".py", ".typed")}


def write_wheel(folder: str, files: dict) -> str:
    tag = f"py3-none-{platform_tag()}"
    info = f"libsigma-{version()}.dist-info"
    files = {**files, **{f"{info}/{name}": data for name, data in info_files().items()}}
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')}"
        f",{len(data)}\n" for name, data in files.items())
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    name = f"libsigma-{version()}-{tag}.whl"
    with zipfile.ZipFile(Path(folder) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            wheel.writestr(entry, data)
    return name


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    prepare()
    info = f"libsigma-{version()}.dist-info"
    (Path(metadata_directory) / info).mkdir()
    for name, data in info_files().items():
        (Path(metadata_directory) / info / name).write_bytes(data)
    return info


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    prepare()
    libraries = compile_libraries(HERE / "build")
    return write_wheel(wheel_directory, {
        **package_files(), **{f"sigma/{library.name}": library.read_bytes() for library in libraries}})


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    prepare()
    compile_libraries(HERE / "sigma")
    return write_wheel(wheel_directory, {"libsigma.pth": f"{HERE}\n".encode()})


def build_sdist(sdist_directory, config_settings=None):
    prepare()
    base = f"libsigma-{version()}"
    name = f"{base}.tar.gz"
    files = {path: (HERE / path).read_bytes() for path in
             ("pyproject.toml", "README.md", "sigma_build.py", "build/sigma.c", "build/sigma.h",
              "build/LICENSE")}
    files["PKG-INFO"] = metadata().encode()
    with tarfile.open(Path(sdist_directory) / name, "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for path, data in {**files, **package_files()}.items():
            entry = tarfile.TarInfo(f"{base}/{path}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return name


def get_requires_for_build_wheel(config_settings=None):
    return []


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
get_requires_for_build_sdist = get_requires_for_build_editable = get_requires_for_build_wheel
