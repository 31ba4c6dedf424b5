import { namesIn } from "#pipeline/core/register-names.ts";
import type { StagedTables } from "#pipeline/core/staged.ts";
import type { CodedName } from "./mentions.ts";

/**
 * The names of the actors and places of the registers: those of actors.csv, places.csv and actor_names.csv. So nobody is
 * named who is not in actors.csv. A place that is called after its kind, such as "Gao region", is also called without it,
 * unless another place has that name.
 */
export function codedNames(tables: Pick<StagedTables, "actors" | "actor_names" | "places">): CodedName[] {
  const actors = new Set(tables.actors.rows.map(({ values }) => values.actor_id));
  return [
    ...tables.actors.rows.flatMap(({ values }) =>
      namesIn("actors", values).map((name): CodedName => ({ kind: "actor", id: values.actor_id, name })),
    ),
    ...tables.actor_names.rows.flatMap(({ values: { actor_id: id, name } }): CodedName[] =>
      actors.has(id) ? [{ kind: "actor", id, name }] : [],
    ),
    ...placeNames(tables),
  ];
}

const KIND = /\s(?:region|state|province|district|cercle|valley|plain|area)$/iu;

function placeNames({ places: { rows } }: Pick<StagedTables, "places">): CodedName[] {
  const known = new Set(rows.map(({ values }) => values.name));
  return rows.flatMap(({ values: { place_id: id, name } }): CodedName[] => {
    const short = name.replace(KIND, "");
    const names = known.has(short) ? [name] : [name, short];
    return [...new Set(names)].map((called) => ({ kind: "place", id, name: called }));
  });
}
