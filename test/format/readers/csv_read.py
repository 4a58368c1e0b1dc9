"""Reads a CSV file with Python's own reader and prints its rows as JSON lists of texts."""

import csv
import json
import sys

csv.field_size_limit(1 << 30)
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    print(json.dumps(list(csv.reader(file, strict=True))))
