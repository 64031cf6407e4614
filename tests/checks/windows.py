# SPDX-License-Identifier: MIT
"""Programs for Windows, run here by Wine."""
import os


def wine_environment(folder, *libraries) -> dict:
    """That of a Wine of its own in FOLDER, whose programs find DLLs in these folders."""
    paths = {"WINEPATH": ";".join(f"Z:{library}" for library in libraries)} if libraries else {}
    return os.environ | paths | {"WINEPREFIX": f"{folder}/wine", "WINEDEBUG": "-all",
                                 "WINEDLLOVERRIDES": "mscoree,mshtml="}
