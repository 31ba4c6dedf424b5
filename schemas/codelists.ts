import type { Codelist } from "#schemas/codelist.ts";
import { actorType, nameType, relation } from "#schemas/codelists/actors.ts";
import { attribute, unit } from "#schemas/codelists/attributes.ts";
import { coderType } from "#schemas/codelists/coders.ts";
import { disagreementKind, foundBy } from "#schemas/codelists/disagreements.ts";
import { countDefinition, countWindow, linkDecidedBy, linkVerdict } from "#schemas/codelists/event-data.ts";
import { eventType } from "#schemas/codelists/events.ts";
import { stepType } from "#schemas/codelists/expansion.ts";
import { country, placeKind } from "#schemas/codelists/places.ts";
import { dateBasis, reliability, sourceStatus, sourceType } from "#schemas/codelists/sources.ts";
import {
  agreement,
  certainty,
  claimStatus,
  datePrecision,
  passedOverReason,
  statementType,
} from "#schemas/codelists/statements.ts";
import { mode, purpose, tactic, target, warfareKind } from "#schemas/codelists/warfare.ts";
import { decidingRules } from "#schemas/resolution-rules.ts";

/** Every codelist, in the order in which the codebook shows them. */
export const codelists: readonly Codelist[] = [
  attribute,
  actorType,
  relation,
  nameType,
  stepType,
  warfareKind,
  mode,
  tactic,
  target,
  purpose,
  eventType,
  unit,
  placeKind,
  country,
  sourceType,
  sourceStatus,
  reliability,
  dateBasis,
  statementType,
  certainty,
  agreement,
  claimStatus,
  decidingRules,
  disagreementKind,
  foundBy,
  datePrecision,
  passedOverReason,
  linkVerdict,
  linkDecidedBy,
  countDefinition,
  countWindow,
  coderType,
];
