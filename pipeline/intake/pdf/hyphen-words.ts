/** Articles of Arabic names: a hyphen after them is part of the name, also before a small letter. */
export const JOINED_ARTICLES = new Set(["al", "ul", "el", "wal", "ash", "bin"]);

/** What follows `al` in English words: no name begins so. */
export const AFTER_AL = new Set("beit ike low mighty most one ong ready so tar ter though together ways".split(" "));

/** First parts that keep their hyphen before a whole word, unless the document writes the whole without one. */
export const OPEN_PREFIXES = new Set([
  ..."all anti co cross cyber eco ethno ex far five four full half hard high intra jihadi large least".split(" "),
  ..."long low mid multi narco neo non on one open part post pre pro quasi self semi seven short six".split(" "),
  ..."small so socio soft state ten think three twelve two ultra vice war well wide year".split(" "),
]);

/** Last parts that keep their hyphen after a whole word. */
export const OPEN_SUFFIXES = new Set(
  "affiliated aligned backed based born building called controlled driven fire free government held in led level like linked making off old out range related ridden run scale sponsored style term thirds time torn wide wing year".split(
    " ",
  ),
);

/** Endings that no compound has after its hyphen. */
export const ENDINGS = new Set(
  (
    "able age al ally ance ant ary ate ated ates ating ation ations cal cally cial cies cy dent der ders ed ence ent ents er ered ering ers es est " +
    "ful fied fies fy gate gated gating ial ible ic ical ically ics ied ies ing ings ion ional ions ious ish ism ist ists ities ity ive ively ization ized " +
    "less ling ly ment mental ments ness ous sion sional sions tary ted ter ters tial tic tical tics ties ting tion tional tions tive tively tor tors tory ture tures ty ure ured ures"
  ).split(" "),
);

/** First parts that are words and yet seldom keep a hyphen. */
export const CLOSED_PREFIXES = new Set(
  "any every fore infra inter micro mis out over some sub super trans under up with".split(" "),
);

/** Last parts that in French follow a hyphen: no word ends with them but those of `NOT_FRENCH_COMPOUNDS`. */
export const FRENCH_TAILS = new Set("même mêmes là dessus dessous delà".split(" "));

/** Other French compounds; of those with several hyphens, the parts beside one. */
export const FRENCH_COMPOUNDS = new Set(
  "celui-ci celle-ci ceux-ci celles-ci peut-être rendez-vous là-bas vis-à à-vis est-à à-dire au-devant avant-hier".split(
    " ",
  ),
);

export const NOT_FRENCH_COMPOUNDS = new Set(["voi-là", "ho-là"]);
