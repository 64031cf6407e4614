# SPDX-License-Identifier: MIT
"""docs/python.ipynb runs from top to bottom, and shows what it says."""
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).resolve().parents[3] / "docs/python.ipynb"


def test_the_guide_runs():
    nbformat = pytest.importorskip("nbformat")
    client = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    client.NotebookClient(notebook, timeout=120, kernel_name="python3").execute(
        cwd=str(NOTEBOOK.parent))
    shown = [output.get("data", {}).get("text/html", "") for cell in notebook.cells
             if cell.cell_type == "code" for output in cell.outputs]
    assert sum(html.startswith("<svg ") for html in shown) == 3
    assert sum("<table" in html for html in shown) >= 6
