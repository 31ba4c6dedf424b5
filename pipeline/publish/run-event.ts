import { dataset } from "#schemas/dataset.ts";

interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The facts of a run. The caller supplies its id and time. */
export interface RunFacts {
  /** A UUID. */
  readonly runId: string;
  /** ISO 8601, with the time zone. */
  readonly time: string;
  /** The version that was published or is up to date; `null` if the run failed. */
  readonly version: string | null;
  readonly inputs: readonly HashedFile[];
  /** Files of the release; none if the run failed. */
  readonly outputs: readonly HashedFile[];
  /** Why the run failed, in one line. */
  readonly failure: string | null;
  /** Hash of the code that ran. */
  readonly pipeline: string;
}

/** The project has no web address, so this is a URN (RFC 8141). */
const PRODUCER = `urn:x-${dataset.name}:pipeline`;
const NAMESPACE = dataset.name;
const SPEC = "https://openlineage.io/spec";

/** An OpenLineage run event (spec 2-0-2): `COMPLETE`, or `FAIL` with the reason. The version of a file is its SHA-256. */
export function buildRunEvent({ runId, time, version, inputs, outputs, failure, pipeline }: RunFacts) {
  return {
    eventType: failure === null ? "COMPLETE" : "FAIL",
    eventTime: time,
    producer: PRODUCER,
    schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
    run: {
      runId,
      ...(failure === null
        ? {}
        : {
            facets: {
              errorMessage: {
                ...facet("ErrorMessageRunFacet", "1-0-1"),
                message: failure,
                programmingLanguage: "TypeScript",
              },
            },
          }),
    },
    job: {
      namespace: NAMESPACE,
      name: "run",
      facets: {
        // A custom facet: OpenLineage requires that its name starts with a prefix of the project.
        jnimData_pipeline: {
          _producer: PRODUCER,
          _schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/JobFacet`,
          sha256: pipeline,
        },
      },
    },
    inputs: inputs.map((file) => fileDataset(`raw/${file.path}`, file)),
    outputs: outputs.map((file) => fileDataset(`releases/${version}/${file.path}`, file)),
  };
}

const fileDataset = (name: string, { sha256 }: HashedFile) => ({
  namespace: NAMESPACE,
  name,
  facets: { version: { ...facet("DatasetVersionDatasetFacet", "1-0-1"), datasetVersion: `sha256:${sha256}` } },
});

const facet = (name: string, version: string) => ({
  _producer: PRODUCER,
  _schemaURL: `${SPEC}/facets/${version}/${name}.json#/$defs/${name}`,
});
