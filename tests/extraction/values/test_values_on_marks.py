"""The benchmark's figures on the train marks do not fall."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
FLOORS = {"budget": 0.52, "timeline": 0.78, "company_size": 0.90}
"""Right shares of the marks that have a value."""
CEILINGS = {"budget": 0.29, "timeline": 0.11, "company_size": 0.07}
"""Wrong shares: a wrong value costs more than a blank."""


def test_values_on_the_train_marks() -> None:
    script = ROOT / "benchmarks" / "values_on_marks.py"
    run = subprocess.run([sys.executable, str(script), "train"], capture_output=True, check=True)
    rows = [
        line.replace("(", " ").replace(")", " ").split()
        for line in run.stdout.decode().splitlines()
    ]
    right = {row[0]: float(row[row.index("right") + 2]) for row in rows if row[0] in FLOORS}
    wrong = {row[0]: float(row[row.index("wrong") + 2]) for row in rows if row[0] in FLOORS}
    assert {field for field, share in right.items() if share < FLOORS[field]} == set()
    assert {field for field, share in wrong.items() if share > CEILINGS[field]} == set()
