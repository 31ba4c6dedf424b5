/** What can be wrong with a second coding. */
export type AgreementIssue =
  | {
      readonly code: "agreement/unregistered-coding";
      readonly sourceId: string;
      readonly coderId: string;
      /** Of the coding as it is. */
      readonly sha256: string;
    }
  | { readonly code: "agreement/missing-coding"; readonly sourceId: string; readonly coderId: string }
  | { readonly code: "agreement/unsealed-coding"; readonly sha256: string }
  | { readonly code: "agreement/changed-coding"; readonly sha256: string }
  | { readonly code: "agreement/other-source"; readonly value: string; readonly sourceId: string };
