# SPDX-License-Identifier: MIT
# What scripts/demo and scripts/test share; they source it. It moves to the root of the project,
# shields them from the environment, installs packages and sets up build folders.
# shellcheck shell=bash

root=$(cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.." && pwd -P)
cd "$root" || exit 1

# The system's own tools come first: a meson or gcovr of another Python lacks modules, and each
# build names its compiler.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin:$PATH
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset CC CXX CPP LD AR NM CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CC_LD CXX_LD DESTDIR MAKEFLAGS
unset PYTHONHOME PYTHONPATH PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
unset C_INCLUDE_PATH CPATH LIBRARY_PATH LD_LIBRARY_PATH GCOV ASAN_OPTIONS UBSAN_OPTIONS
unset MESON_TESTTHREADS NINJA_STATUS CMAKE_GENERATOR CMAKE_PREFIX_PATH

logs=$root/build/logs
mkdir -p "$logs"

die() {
    echo "$*" >&2
    exit 1
}

# ---- packages

is_installed() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Debian 12 or newer, or Ubuntu 24.04 or newer; testing versions have no number.
is_known_system() (
    ID='' VERSION_ID=''
    [ -r /etc/os-release ] && . /etc/os-release
    case $ID in
    debian) least=12 ;;
    ubuntu) least=24.04 ;;
    *) exit 1 ;;
    esac
    printf '%s\n' "$least" "${VERSION_ID:-99}" | sort -V -C
)

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# need PACKAGE...: installs those that are missing.
need() {
    local package missing=() log=$logs/packages.log
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    is_known_system || die "This needs Debian 12 or newer, or Ubuntu 24.04 or newer. Elsewhere, \
install by hand what these packages hold, then build as README.md says: ${missing[*]}"
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
        die "Run this as root, or install sudo; it has to install: ${missing[*]}"
    echo "installing ${missing[*]}"
    as_root apt-get -o DPkg::Lock::Timeout=600 update >"$log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y \
        --no-install-recommends "${missing[@]}" >>"$log" 2>&1 ||
        die "$(tail -n 20 "$log")"$'\n'"Cannot install: ${missing[*]}"
}

# ---- builds

# configure COMPILER FOLDER OPTION...: sets up build/FOLDER, or leaves it if that was done already
# with the same options, in the same place and with the same compiler. Whatever else it finds there,
# such as half of an interrupted setup, it removes.
configure() {
    local compiler=$1 folder=build/$2 stamp
    stamp=$(printf '%s\n' "$root" "$@" && "$compiler" --version && meson --version)
    shift 2
    [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ] &&
        return 0
    rm -rf "$folder"
    CC=$compiler meson setup "$folder" "$@" &&
        printf '%s\n' "$stamp" >"$folder/stamp"
}
