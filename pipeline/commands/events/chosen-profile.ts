import { parseJson } from "#pipeline/core/parse-json.ts";
import { UsageError } from "#pipeline/core/usage-error.ts";
import { readInput } from "#pipeline/io/read-input.ts";
import { EventProfile } from "#schemas/events/profile.ts";
import { eventProfile, eventProfiles } from "#schemas/events/profiles.ts";

/** The profile that `--as` names: one of this project, or a file. Throws a UsageError if it is neither. */
export function chosenProfile(as: string): EventProfile {
  const known = eventProfile(as);
  if (known !== null) return known;
  const names = eventProfiles.map(({ event_source }) => event_source);
  const file = /\.json$/iu.test(as) ? readInput(as) : null;
  if (file === null || "fault" in file)
    throw new UsageError(
      `--as takes ${names.join(", ")} or the path of a profile, PROFILE.json. "${as}" is ${file === null ? "none of them" : "no file that can be read"}.`,
    );
  const value = parseJson(new TextDecoder().decode(file.bytes));
  if (value === undefined) throw new UsageError(`${as} is not valid JSON in UTF-8. Correct the file.`);
  const profile = EventProfile.safeParse(value);
  if (!profile.success)
    throw new UsageError(`${as} is not a profile. ${profile.error.issues.map(formatFault).join(" ")}`);
  if (names.includes(profile.data.event_source))
    throw new UsageError(
      `${as} calls its source ${profile.data.event_source}, as a profile of this project does. Give it another name.`,
    );
  if (profile.data.superseded_by === profile.data.event_source)
    throw new UsageError(
      `${as} says that ${profile.data.event_source} is superseded by itself, so that none of its events would count. Write null for superseded_by, or the name of the other source.`,
    );
  return profile.data;
}

const formatFault = ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) =>
  `${path.length === 0 ? "The file" : path.map(String).join(".")}: ${message}.`;
