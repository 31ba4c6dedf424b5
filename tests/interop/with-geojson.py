"""GeoJSON: the rules of RFC 7946, and each feature against the rows of its table. Needs nothing but Python."""

import json

from release import RELEASE, TABLES, cast, check

TEXT = (RELEASE / "jnim-data.geojson").read_text("utf-8")
COLLECTION = json.loads(TEXT)
FEATURES = COLLECTION["features"]
BY_NAME = {table.name: table for table in TABLES}


def position_faults(position):
    if len(position) != 2 or not (-180 <= position[0] <= 180 and -90 <= position[1] <= 90):
        yield f"{position} is no longitude and latitude"
    if any(len(repr(float(number)).split(".")[1]) > 6 for number in position):
        yield f"{position} has more than six decimals"


def area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:]))


def crosses(a, b, c, d):
    """Whether the edges a-b and c-d cross each other within."""
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def polygon_faults(rings):
    for at, ring in enumerate(rings):
        if len(ring) < 4 or ring[0] != ring[-1]:
            yield "a ring is not closed"
        if (area(ring) > 0) != (at == 0):
            yield "a ring is wound against the right-hand rule"
        edges = list(zip(ring, ring[1:]))
        if any(crosses(*one, *other) for i, one in enumerate(edges) for other in edges[i + 1:]):
            yield "a ring crosses itself"
        for position in ring:
            yield from position_faults(position)


def geometry_faults(geometry):
    if set(geometry) != {"type", "coordinates"}:
        yield f"members {sorted(geometry)}"
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        yield from position_faults(coordinates)
    elif kind in ("Polygon", "MultiPolygon"):
        for polygon in [coordinates] if kind == "Polygon" else coordinates:
            yield from polygon_faults(polygon)
    else:
        yield f"the type {kind}"


def row_faults(feature):
    """What the properties say, against the row of the table."""
    properties = feature["properties"]
    table = BY_NAME[properties["table"]]
    key = [properties[column] for column in table.key]
    if feature["id"] != f"{table.name}/{'/'.join(key)}":
        yield f"the id {feature['id']}"
    row = next(dict(zip(table.columns, row)) for row in table.rows
               if [row[table.columns.index(column)] for column in table.key] == key)
    for column, value in properties.items():
        if column in row and (cast(value, table.types[column]) if value is not None else None) != row[column]:
            yield f"{feature['id']}, {column}: {value!r} for {row[column]!r}"
    if feature["geometry"]["type"] == "Point" and feature["geometry"]["coordinates"] != [
            round(row["longitude"], 6), round(row["latitude"], 6)]:
        yield f"{feature['id']} is at {feature['geometry']['coordinates']}"


check("geojson: a collection of features, without a coordinate system of its own",
      COLLECTION["type"] == "FeatureCollection" and "crs" not in COLLECTION)
check("geojson: licence, version and citation", all(COLLECTION[name] for name in ("license", "version", "citation", "description")))
check("geojson: every feature has an id of its own", len({feature["id"] for feature in FEATURES}) == len(FEATURES))
check("geojson: the members of features", [
    feature["id"] for feature in FEATURES
    if feature["type"] != "Feature" or set(feature) != {"type", "id", "geometry", "properties"}
])
check("geojson: the geometries follow RFC 7946", [fault for feature in FEATURES for fault in geometry_faults(feature["geometry"])])
check("geojson: the properties are those of the tables", [fault for feature in FEATURES for fault in row_faults(feature)])
for table in TABLES:
    if {"latitude", "longitude"} <= set(table.columns):
        points = sum(row[table.columns.index("latitude")] is not None for row in table.rows)
        found = [feature for feature in FEATURES
                 if feature["properties"]["table"] == table.name and feature["geometry"]["type"] == "Point"]
        check(f"geojson: every row of {table.name} with coordinates is a point", len(found) == points)
