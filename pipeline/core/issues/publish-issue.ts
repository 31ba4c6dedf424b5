import type { ChainFault, FileFault } from "#pipeline/core/release-faults.ts";

/** What prevents a release. */
export type PublishIssue =
  | { readonly code: "publish/vanished-id"; readonly table: string; readonly id: string; readonly version: string }
  | { readonly code: "publish/published-draft"; readonly sourceId: string; readonly version: string }
  | { readonly code: "publish/reused-id"; readonly table: string; readonly id: string; readonly version: string }
  | {
      readonly code: "publish/idle-correction";
      readonly table: string;
      readonly ids: readonly string[];
      readonly column: string | null;
    }
  | {
      readonly code: "publish/too-many-changes";
      readonly table: string;
      readonly count: number;
      readonly rows: number;
      readonly limit: number;
      /** The column in which most of them changed. */
      readonly column: string;
      readonly inColumn: number;
      readonly examples: readonly string[];
    }
  | {
      readonly code: "publish/too-many-gone";
      readonly table: string;
      readonly count: number;
      readonly rows: number;
      readonly limit: number;
      readonly examples: readonly string[];
    }
  | {
      readonly code: "publish/lost-statements";
      readonly table: string;
      readonly id: string;
      readonly sourceId: string;
      readonly before: number;
      readonly after: number;
      readonly version: string;
    }
  | {
      readonly code: "publish/moved-cells";
      readonly table: string;
      readonly count: number;
      readonly examples: readonly string[];
    }
  | {
      readonly code: "publish/number-jump";
      readonly table: string;
      readonly id: string;
      readonly before: string;
      readonly after: string;
      readonly version: string;
    }
  | { readonly code: "publish/invalid-output"; readonly table: string; readonly id: string; readonly value: string }
  | {
      readonly code: "publish/altered-release";
      readonly version: string;
      readonly why: FileFault | ChainFault;
    }
  | { readonly code: "publish/withdrawn-inputs"; readonly version: string };
