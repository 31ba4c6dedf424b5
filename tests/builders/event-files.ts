/** An event as it truly is, whatever a source's file makes of it. Days are ISO 8601. */
export interface TrueEvent {
  readonly id: string;
  readonly day: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  readonly admin1: string;
  readonly location: string;
  readonly actorA: string;
  readonly actorB: string;
  readonly deaths: number;
  /** UCDP's type_of_violence. */
  readonly type: 1 | 3;
}

/** The same numbers in the same order for each seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLACES = [
  { country: "Mali", admin1: "Ségou", location: "Niono", latitude: 14.2526, longitude: -5.993 },
  { country: "Mali", admin1: "Ménaka", location: "Anderamboukane", latitude: 15.4213, longitude: 3.0212 },
  { country: "Burkina Faso", admin1: "Est", location: "Fada N'Gourma", latitude: 12.0616, longitude: 0.3584 },
  { country: "Niger", admin1: "Tillabéri", location: 'Camp "Est", Téra', latitude: 14.0077, longitude: 0.7531 },
] as const;
const ACTORS = ["JNIM", "IS", "Government of Mali", "Dozo (Ségou); Donso", "Côte militia"] as const;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 1400;

/** Made-up events over four years, with accents, quotes and separators in their names. */
export function someEvents(count: number, seed = 1): TrueEvent[] {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[], fallback: T): T => items[Math.floor(random() * items.length)] ?? fallback;
  return Array.from({ length: count }, (_, at) => {
    const { latitude, longitude, ...place } = pick<(typeof PLACES)[number]>(PLACES, PLACES[0]);
    return {
      id: String(100_000 + at),
      day: new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10),
      latitude: Number((latitude + random() - 0.5).toFixed(4)),
      longitude: Number((longitude + random() - 0.5).toFixed(4)),
      ...place,
      actorA: pick<string>(ACTORS, ACTORS[0]),
      actorB: pick<string>(ACTORS, ACTORS[0]),
      deaths: Math.floor(random() * 12),
      type: random() < 0.5 ? 1 : 3,
    };
  });
}

/** How a file writes its rows. */
export interface FileQuirks {
  readonly separator?: "," | ";" | "\t" | "|";
  readonly lineEnd?: "\n" | "\r\n";
  readonly encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1252";
  /** R writes a column without a name in front. */
  readonly hasRowNames?: boolean;
  /** Spreadsheet programs leave columns without a name behind the others. */
  readonly emptyColumns?: number;
  readonly upperCase?: boolean;
  readonly dates?: keyof typeof dateForms;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const partsOf = (day: string) => day.split("-").map(Number) as unknown as readonly [number, number, number];
const two = (number: number) => String(number).padStart(2, "0");

/** The forms in which sources and programs write a day. */
export const dateForms = {
  iso: (day: string) => day,
  iso_time: (day: string) => `${day} 00:00:00.000`,
  iso_t: (day: string) => `${day}T00:00:00`,
  words: (day: string) => {
    const [year, month, date] = partsOf(day);
    return `${two(date)} ${MONTHS[month - 1]} ${year}`;
  },
  short: (day: string) => {
    const [year, month, date] = partsOf(day);
    return `${date}-${MONTHS[month - 1]?.slice(0, 3)}-${two(year % 100)}`;
  },
  day_first: (day: string) => day.split("-").reverse().join("/"),
  month_first: (day: string) => {
    const [year, month, date] = partsOf(day);
    return `${month}/${date}/${year}`;
  },
  serial: (day: string) => String((Date.parse(day) - Date.parse("1899-12-30")) / 86_400_000),
} as const;

type Columns = Readonly<Record<string, (event: TrueEvent) => string | number>>;

const common = (dates: (day: string) => string): Columns => ({
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
  country: ({ country }) => country,
  year: ({ day }) => day.slice(0, 4),
  event_date: ({ day }) => dates(day),
});

/** UCDP GED, and the Candidate files, which have the same columns. */
const gedColumns = (dates: (day: string) => string): Columns => ({
  id: ({ id }) => id,
  relid: ({ id }) => `X-${id}`,
  year: ({ day }) => day.slice(0, 4),
  type_of_violence: ({ type }) => type,
  side_a: ({ actorA }) => actorA,
  side_b: ({ actorB }) => actorB,
  source_article: ({ location }) => `"A paper,2021-01-01,Two lines\nfrom ${location}"`,
  where_prec: () => 1,
  where_coordinates: ({ location }) => location,
  adm_1: ({ admin1 }) => `${admin1} region`,
  adm_2: () => "",
  latitude: ({ latitude }) => latitude,
  longitude: ({ longitude }) => longitude,
  country: ({ country }) => country,
  date_prec: () => 1,
  date_start: ({ day }) => dates(day),
  date_end: ({ day }) => dates(day),
  deaths_civilians: () => 0,
  best: ({ deaths }) => deaths,
  high: ({ deaths }) => deaths + 1,
  low: ({ deaths }) => deaths,
});

/** ACLED before 2018 wrote capitals and `ALLY_ACTOR_1`; until 2022 there was `data_id`, which changes with each revision. */
const acledColumns =
  (era: "2016" | "2021" | "2023") =>
  (dates: (day: string) => string): Columns => {
    const { latitude, longitude, country, year, event_date } = common(dates) as Required<Columns>;
    const ally = era === "2016" ? "ally_actor" : "assoc_actor";
    return {
      ...(era === "2021" ? { data_id: ({ id }) => Number(id) * 7 } : {}),
      event_id_cnty: ({ id }) => `MLI${id}`,
      ...(era === "2023" ? {} : { event_id_no_cnty: () => "" }),
      event_date: event_date ?? (() => ""),
      year: year ?? (() => ""),
      time_precision: () => 1,
      event_type: ({ type }) =>
        type === 3 ? "Violence against civilians" : era === "2016" ? "Battle-No change of territory" : "Battles",
      ...(era === "2016" ? {} : { sub_event_type: ({ type }) => (type === 3 ? "Attack" : "Armed clash") }),
      actor1: ({ actorA }) => actorA,
      [`${ally}_1`]: () => "",
      actor2: ({ actorB }) => actorB,
      [`${ally}_2`]: () => (era === "2023" ? "NA" : ""),
      ...(era === "2021" ? { iso3: ({ country: name }) => ({ Mali: "MLI", Niger: "NER" })[name] ?? "BFA" } : {}),
      country: country ?? (() => ""),
      admin1: ({ admin1 }) => admin1,
      admin2: () => "",
      location: ({ location }) => location,
      latitude: latitude ?? (() => ""),
      longitude: longitude ?? (() => ""),
      geo_precision: () => 1,
      notes: ({ location }) => `Near ${location};\nno more is known.`,
      fatalities: ({ deaths }) => deaths,
    };
  };

const FILES = {
  ged: gedColumns,
  acled_2016: acledColumns("2016"),
  acled_2021: acledColumns("2021"),
  acled_2023: acledColumns("2023"),
} as const;

export type EventFileKind = keyof typeof FILES;

/** The bytes of a file of a source with these events. */
export function eventFile(kind: EventFileKind, events: readonly TrueEvent[], quirks: FileQuirks = {}): Uint8Array {
  const { separator = ",", lineEnd = "\n", hasRowNames = false, emptyColumns = 0, dates = "iso" } = quirks;
  const columns = FILES[kind](dateForms[dates]);
  const quoted = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`;
  const line = (name: string, cells: readonly (string | number)[]) =>
    [...(hasRowNames ? [name] : []), ...cells, ...Array.from({ length: emptyColumns }, () => "")].join(separator);
  const header = Object.keys(columns).map((name) => (quirks.upperCase ? name.toUpperCase() : name));
  const rows = events.map((event, at) =>
    line(
      String(at + 1),
      Object.values(columns).map((cell) => quoted(cell(event))),
    ),
  );
  const text = `${[line('""', header), ...rows].join(lineEnd)}${lineEnd}`;
  return encoded(text, quirks.encoding ?? "utf-8");
}

function encoded(text: string, encoding: NonNullable<FileQuirks["encoding"]>): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-8-bom":
      return Buffer.from(`\uFEFF${text}`);
    case "utf-16le":
      return Buffer.from(`\uFEFF${text}`, "utf16le");
    case "windows-1252":
      return Buffer.from(text, "latin1");
    default:
      return encoding satisfies never;
  }
}
