"""cffconvert: CITATION.cff is valid, and becomes a citation in the forms that people paste."""

import json
import sys
from pathlib import Path

from cffconvert.cli.create_citation import create_citation

RELEASE = Path(sys.argv[1])
VERSION = json.loads((RELEASE / "datapackage.json").read_text("utf-8"))["version"]


def check(what, is_well):
    print(f"ok {what}" if is_well else f"not ok {what}: no")


citation = create_citation(str(RELEASE / "CITATION.cff"), None)
citation.validate()
check("cffconvert: CITATION.cff is valid", True)
check("cffconvert: it is 1.2.0, of a dataset, with our version", citation.cffversion == "1.2.0" and
      citation.cffobj["type"] == "dataset" and citation.cffobj["version"] == VERSION)
check("cffconvert: it becomes BibTeX", citation.as_bibtex().startswith("@misc{"))
check("cffconvert: it becomes a line in APA's form", f"(version {VERSION})" in citation.as_apalike())
check("cffconvert: it becomes schema.org", json.loads(citation.as_schemaorg())["version"] == VERSION)
