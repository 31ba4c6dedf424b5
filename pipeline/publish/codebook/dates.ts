import { precisionOf, readPartialDate, ucdpPrecisionOf } from "#pipeline/core/partial-date.ts";
import { code, table } from "#pipeline/publish/markdown.ts";

/** Forms that occur in the data, and what they mean. The same code works out their bounds and those of the data. */
const FORMS: readonly (readonly [edtf: string, words: string])[] = [
  ["2017-03-02", "2 March 2017"],
  ["2017-03", "some time in March 2017"],
  ["2017", "some time in 2017"],
  ["201X", "some time in the 2010s"],
  ["2017-03~", "about March 2017: the bounds are those of the month, because no source says how much wider “about” is"],
  ["2016-36", "fourth quarter of 2016 (33 to 36 are the quarters)"],
  ["2017-37", "early 2017"],
  ["2020-38", "mid-2020"],
  ["2016-39", "late 2016"],
  ["2018-40", "first half of 2018"],
  ["2018-41", "second half of 2018"],
  ["2016-10/2016-12", "lasted from October to December 2016"],
  ["[2016-10..2016-12]", "happened once between October and December 2016"],
  ["2019/..", "since 2019, and still going on when the source was written"],
  ["[..2018]", "in 2018 or before"],
];

/** How dates are written, and which days they allow. */
export const datesSection = (): string => `## Dates

A date is published as the source gives it, in EDTF (ISO 8601-2), with the first and last day that it allows. \`date_text\` gives the source's own words, at most six.

${table(
  ["date", "means", "earliest", "latest", "precision", "date_prec:"],
  FORMS.map(([edtf, words]) => {
    const date = readPartialDate(edtf);
    return [code(edtf), words, date.earliest ?? "", date.latest ?? "", precisionOf(date), ucdpPrecisionOf(date)];
  }),
)}

- **Early, mid and late** in a year are its quadrimesters: January to April, May to August, September to December (37, 38, 39). This is a rule of this project, and it is the same for every source. EDTF defines the codes, but no words for them.
- **No season is coded.** The rainy season or the lean season in the Sahel does not match the months of a calendar season.
- **No midpoint is ever invented.** To place a record in time, keep both bounds, or say which one you used.
- **\`date_precision\`** names the shortest period that the date fits into. **\`date_prec\`** is the UCDP GED scale: 1 is a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer.
- **A date is never later than its source.** What a source expects is coded as a forecast in \`actor_profile\` and never becomes an event, a step or an incident.
- **A row without a date** describes the situation as of the date of the latest source that is heard, \`as_of\`. Its own bounds are \`as_of_earliest\` and \`as_of_latest\`.`;
