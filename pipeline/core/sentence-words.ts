/**
 * The words that the rules in `sentence-ends.ts` know, in English and French. A word in lower case stands for itself and
 * for the same word with a capital; a word with a capital stands for itself only, because in lower case it is another
 * word (`Me.` is a lawyer, `me.` ends a sentence).
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

export const isListed = (word: string, list: ReadonlySet<string>): boolean =>
  list.has(word) || list.has(word.charAt(0).toLowerCase() + word.slice(1));

/** Titles and other abbreviations that a name or an example follows. They end a sentence almost never. */
export const NEVER_LAST = words(`
  dr drs mr mrs ms mx messrs prof gen lt ltn col maj capt cpt cdt cdr cmdr cmdt comdt sgt cpl spc pfc pvt pte adm brig
  Rev Hon Sen Rep Gov Pres amb insp supt det asst assoc atty adj adjt M MM Mme Mmes Mlle Mlles Mgr Me Mtre Pr Fr Br Vve
  gén gal lcl cel cne slt pdt pdte mt mts Ft Rt Ste Sts
  vs cf eg ie viz resp
`);

/** Abbreviations that end a sentence only if a word follows that opens sentences and is no name. */
export const SELDOM_LAST = words(`
  Jr Sr St Inc Ltd Co Cos Corp Bros Cie Sté Plc Univ Dept Ave Blvd Rd Mfg
  ed eds éd éds dir trad trans transl coord comp intro préf pref publ
  al av apr ap env ca approx ret fr cit Mich Calif Mass Penn Fla Okla Tenn Minn Wis Conn Ariz
`);

/** Abbreviations that precede a number: before anything else, their full stop ends the sentence. */
export const BEFORE_A_NUMBER = words(`
  no nos nr n° num approx ca env art arts p pp vol vols fig figs ch chap sect sec par para paras ed éd n nn cal ver
  res tab eq lit div cl reg ser tél tel fax al suppl ibid ibidem op cit tome livr fasc Rev Doc Add Ann App Ex
  Apt Bldg Prop appt bât
  jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil août déc
`);

/** Times of day that end a sentence, unless a day, a month or a time zone follows. */
export const TIME_OF_DAY = words("a.m p.m am pm");
export const AFTER_A_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{0,2} ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[A-Z]{2,4}\b|I (?:think|guess|believe)\b|(?:Eastern|Pacific|Central|Greenwich|Mountain)\b)/u;

/** Nouns that open a caption or heading together with a number: `Figure 1. The mines` */
export const CAPTION =
  /^(?:Fig(?:ure|\.)?|Tab(?:le|leau)|Map|Carte|Box|Encadré|Chart|Graphique|Image|Photo|Annexe?|Appendix|Chapt?er|Chapitre|Section|Part|Partie|Question(?:s|\(s\))?|Step|Étape)$/u;

/** A name and a verb of speech after a quotation: `“Why?” Diallo asked.` */
export const SPEECH =
  /^(?:I|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (?:said|says?|ask(?:s|ed)?|repl(?:y|ies|ied)|answer(?:s|ed)|cr(?:ies|ied)|call(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|add(?:s|ed)|wonder(?:s|ed)|start(?:s|ed)|exclaim(?:s|ed)|howl(?:s|ed)|dit|demand(?:e|a|ait)|répond(?:it)?|lance|crie|ajoute)(?![\p{L}-])/u;

/** Nouns that a letter or a number follows as a label: `Block B.` is no initial. */
export const LABELLED = words(`
  block group plan type annex appendix zone phase section figure table point category class grade vitamin hepatitis camp
  hall option part building gate sector cell unit team platoon company battery pillar exhibit schedule version level line
  war article chapter volume bloc groupe annexe figure tableau catégorie classe camp hépatite bâtiment secteur cellule
  unité équipe section compagnie pilier pièce niveau ligne volet partie porte version vitamine
`);

/** Words that open sentences and are no names, in English and French. */
const OPENERS = words(`
  The This That These Those They He She It We You I A There Here In At By For From With Without After Before Since During
  While When Where If As But And Or Yet However Although Though Because Both Some Many Most Several Each Every All Its
  Their His Her Our My Such Then Thus Meanwhile Moreover Nevertheless Until Unlike Between Among According Despite Also
  Not Nor Even Still Instead Indeed Furthermore Additionally Nonetheless Therefore Later Recently What Why How Who Which Once One Two Three Another Other Others To
  Les Un Une Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Dans En Sur Sous Par Pour Avec Sans Après Avant Depuis
  Pendant Lors Lorsque Quand Comme Mais Et Ou Donc Car Cependant Toutefois Ainsi Alors Aussi Selon Malgré Entre Parmi
  Leur Leurs Ses Notre Nos Qui Que Quoi Dès Aux Plusieurs Certains Tous Toutes Chaque Aucun Enfin Ensuite Puis
  Aujourd Tandis Afin Quelques Contre Cela Ceci Celui Celle Ceux Vers
`);

/** The same, but also found in names: `J. Le Drian`, `W. Du Bois`. */
const OPENERS_IN_NAMES = words("An Le La Du De Des So No Si Sa Son Au Or L D C J S N Qu");

/** Whether a text opens with a word that opens sentences. `inNames` also takes those that occur in names. */
export function opensSentences(text: string, inNames: boolean): boolean {
  const [, word = "", apostrophe = ""] = /^(\p{L}+)(?:(['’])|(?![\p{L}.’'-]))/u.exec(text) ?? [];
  if (word.length === 1 && apostrophe === "" && !/^[AI]$/u.test(word)) return false;
  return OPENERS.has(word) || (inNames && OPENERS_IN_NAMES.has(word));
}

/** Particles in lower case that open a name, and so may open a sentence: `al-Qaeda`, `ag Ghali`. */
export const NAME_PARTICLE =
  /^(?:(?:al|el|an|ar|as|ash|at|az|ad)[-‑–](?=[\p{Lu}ʿʾ'‘’])|(?:al|el|ag|agg|ould|uld|ult|wall?et|bin|ben|ibn|bint|abu|abou|umm|von|van) (?=\p{Lu})|\p{Ll}{1,6}\p{Lu}\p{L})/u;
