"""Validates XML files against a RELAX NG schema with libxml2, the library behind xmllint.

Usage: validate_rng.py schema.rng file...   Exit 0: all valid; 1: some are not; 3: libxml2 is not here.
"""

import ctypes
import ctypes.util
import sys

name = ctypes.util.find_library("xml2")
try:
    lib = ctypes.CDLL(name or "libxml2.so.2")
except OSError:
    sys.exit(3)

pointer = ctypes.c_void_p
for function in (
    "xmlRelaxNGNewParserCtxt",
    "xmlRelaxNGParse",
    "xmlRelaxNGNewValidCtxt",
    "xmlReadFile",
):
    getattr(lib, function).restype = pointer

schema = lib.xmlRelaxNGParse(pointer(lib.xmlRelaxNGNewParserCtxt(sys.argv[1].encode())))
if not schema:
    sys.exit("the schema cannot be read")
failed = False
for path in sys.argv[2:]:
    document = lib.xmlReadFile(path.encode(), None, 0)
    if not document:
        failed = True
        print(path, "is not well-formed")
        continue
    context = lib.xmlRelaxNGNewValidCtxt(pointer(schema))
    if lib.xmlRelaxNGValidateDoc(pointer(context), pointer(document)) != 0:
        failed = True
        print(path, "is not valid")
sys.exit(1 if failed else 0)
