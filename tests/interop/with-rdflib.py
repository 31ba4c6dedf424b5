"""rdflib: croissant.json is JSON-LD that says, as triples and without fetching anything, what the release is."""

from rdflib import Graph, Literal, Namespace
from rdflib.namespace import RDF
from release import DESCRIPTOR, RELEASE, TABLES, check

SCHEMA = Namespace("https://schema.org/")
CROISSANT = Namespace("http://mlcommons.org/croissant/")
PROV = Namespace("http://www.w3.org/ns/prov#")
TERMS = Namespace("http://purl.org/dc/terms/")

graph = Graph().parse(RELEASE / "croissant.json", format="json-ld")
found = list(graph.subjects(RDF.type, SCHEMA.Dataset))
check("rdflib: there is one schema.org Dataset", len(found) == 1)
dataset = found[0]
sources = next(table for table in TABLES if table.name == "source_provenance")


def texts(subject, predicate):
    return {str(value) for value in graph.objects(subject, predicate)}


check("rdflib: its name", texts(dataset, SCHEMA.name) == {DESCRIPTOR["name"]})
check("rdflib: its version", Literal(DESCRIPTOR["version"]) in set(graph.objects(dataset, SCHEMA.version)) or
      texts(dataset, SCHEMA.version) == {DESCRIPTOR["version"]})
check("rdflib: its licence", DESCRIPTOR["licenses"][0]["name"] == "CC-BY-4.0" and
      texts(dataset, SCHEMA.license) == {"https://creativecommons.org/licenses/by/4.0/"})
check("rdflib: it conforms to Croissant 1.1", any(one.endswith("/croissant/1.1") for one in texts(dataset, TERMS.conformsTo)))
check("rdflib: it was derived from each source",
      len(set(graph.objects(dataset, PROV.wasDerivedFrom))) == len(sources.rows))
check("rdflib: each file has a hash", {str(name) for name in texts(None, SCHEMA.sha256)} == {
    str(graph.value(one, SCHEMA.sha256)) for one in graph.objects(dataset, SCHEMA.distribution)
})
check("rdflib: a record set for each table", len(set(graph.objects(dataset, CROISSANT.recordSet))) == len(TABLES))
check("rdflib: a field for each column",
      len(set(graph.subjects(RDF.type, CROISSANT.Field))) == sum(len(table.types) for table in TABLES))
check("rdflib: the provenance columns say that they are", any(
    str(value).endswith("wasDerivedFrom") for value in graph.objects(None, CROISSANT.equivalentProperty)
))
