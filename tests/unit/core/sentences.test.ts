import { describe, expect, it } from "vitest";
import { cutSentences, normaliseText } from "#pipeline/core/sentences.ts";

const cut = (text: string) => cutSentences(normaliseText(text)).map((sentence) => sentence.text);

/** The text without the bars that say where it must be cut. */
const joined = (marked: string) => marked.replaceAll("|", "");
const parts = (marked: string) => marked.split("|").map((part) => part.trim());

describe("cutting sentences", () => {
  it.each([
    ["English titles", "We met Gen. Diarra there.| He left."],
    ["a doctor", "Dr. Keita spoke.| Mr. Ba did not."],
    ["French titles", "Selon M. Touré, le gén. Koné part.| Il reviendra."],
    ["French ladies", "Mme. Sow et Mlle. Ly sont là.| Bien."],
    ["titles in two parts", "We met Lt-Col. Diarra and Lt.-Gen. Koné.| They left."],
    ["titles before an article of a name", "Selon M. Le Goff, tout va.| Mme. La Rue part."],
    ["a title with its rank in brackets", "We saw Gen. (ret.) Diallo.| He left."],
    ["titles in capitals", "GEN. DIARRA SPOKE.| HE LEFT."],
    [
      "words that are titles with a capital",
      "They beat me.| Then they left.| Me. Diallo a vu le col.| Les autres non.",
    ],
    ["initials", "The book of J. R. Moore is old.| So is he."],
    ["initials before an article of a name", "Le livre de Y. Le Goff est vieux.| W. E. B. Du Bois aussi."],
    ["initials in a list of works", "Moore, J. The Old Book, and Diallo, A. & Keita, B. In the Sand.| It rained."],
    ["a letter that is a label", "They took Block B.| The guards fled.| Guards of Block C.| Soldiers came."],
    ["a letter in French", "Ils ont pris le bloc B.| Les gardes ont fui."],
    ["a roman number", "He met Louis XIV.| The king spoke.| World War I.| Soldiers came."],
    ["states", "The U.S. Army came.| It went."],
    ["states at the end", "He lived in the U.S.| The group did not.| It left the D.R.C.| In 2012 it came back."],
    ["French acronyms", "Il travaille à l’O.N.U.| Le groupe est parti."],
    ["acronyms before numbers", "He lived in the U.S.| 35 soldiers did not.| See 347 U.S. 483 on it."],
    ["times of day", "They came at 5 p.m.| The soldiers left at 6 a.m. Monday.| They rested."],
    ["months before a day", "It was on Sept. 12.| On Oct. 3 it rained."],
    ["months at the end", "It was in Sept.| The rain came."],
    ["French months", "Le 12 janv. 2019 il pleut.| Le 3 févr. 2020 non."],
    ["numbers of pages", "See p. 12 and no. 4 of it.| Then stop."],
    ["numbers in French", "Voir l’art. 5, p. 12, vol. II, et le no. 4.| Puis rien."],
    ["years after about", "It is old (c. 1818), or ca. 1820.| Nobody knows."],
    ["no as an answer", "They said no.| Nobody came."],
    ["parties of a case", "In Prosecutor v. Al Mahdi he spoke, and in Diallo vs. Keita.| He left."],
    ["initials with a hyphen", "Le rapport de J-P. Diallo est long.| Celui de M-A. Le Goff non."],
    ["flats and bills", "She lives at Apt. 12 of Bldg. 3.| They voted on Prop. 9.| Il vit au bât. 4, appt. 7.| Rien."],
    ["a title of honour", "They met the Rt. Hon. Awa Keita.| She left."],
    ["hours", "It is open from 1 p.m. – 3 p.m. and 5 p.m. – 6 p.m.| – The guards left at 7 p.m.| They slept."],
    ["months in capitals", "MONTANT DEPUIS LE 5 DÉC. 2031 ET LE 3 JANV. 2032.| FIN."],
    ["words in capitals that are no months", "They told the SEC.| 35 firms did not."],
    ["rights after a text", "Il faut une paix durable. | © Awa Keita.| All rights reserved.| © 2031 Sand Press."],
    ["links after a sentence", "They left town.| https://t.example/a1"],
    ["links without a scheme", "They left!| img.t.example/a1"],
    ["links in French", "Ils sont partis. | www.exemple.org/a"],
    ["links of a work", "Diallo, A. Old Sand, 2031. https://example.org/a and “Sand.” https://example.org/b"],
    [
      "links after an abbreviation",
      "Voir p. ex. https://exemple.org/a et cf. https://exemple.org/b ou M. https://exemple.org",
    ],
    ["numbers of journals", "Diallo A. Sand and water in towns.| Sand Res. 2031;12(3):45–9.| Sable. 2031;4:5."],
    ["numbered notes after a bullet", "- 12. Moore, Old Books, 2010.| He repeats it."],
    ["juniors", "King Jr. Said came.| He left with King Jr.| They rested."],
    ["mountains", "They saw Mt. Hombori and St. Louis.| They left."],
    ["companies", "He owns Sand Inc. Mali.| It works for Sand Ltd.| They dig."],
    ["examples", "Des villes, p. ex. Gao, par ex. Kidal.| Rien d’autre."],
    ["English examples", "Towns, e.g. Gao, i.e. Kidal, cf. Ménaka.| Nothing else."],
    ["editors", "Le livre (éd. Karthala) est vieux.| The other (ed. Diallo) is new."],
    ["authors", "Moore et al. Diallo agree.| So do Keita et al.| They wrote in 2010."],
    ["eras", "La ville date de 50 av. J.-C.| Elle est vieille.| Rome date de 700 avant J.-C.| Carthage aussi."],
    ["the same place", "Ibid.| The army left.| See Ibid. 12 and ibid., p. 5.| It came."],
    ["units", "It fires 12.7 mm.| The army has two.| They walked 35 m.| The road was long."],
    ["degrees", "Il fait 40° C.| De l’eau manque."],
    ["decimals", "It grew by 2.5 million.| It shrank."],
    ["a number that opens", "The army left.| 35 soldiers died.| They left.| 3,000 people fled."],
    ["a number that opens in French", "L’armée est partie.| 35 soldats sont morts.| $5 million went."],
    ["years at the end", "It began in 2012.| 15 towns fell in 2013.| The war ended."],
    ["numbered notes", "1. Moore, Old Books, 2010.| He repeats it."],
    ["numbered headings", "II. Context"],
    ["lettered headings", "a. Context"],
    ["headings with two numbers", "1.2. Context of the war.| It began."],
    ["captions", "Figure 2. Mines of the north.| They are old."],
    ["guillemets", "Il dit : « Je pars. »| Puis il part."],
    ["guillemets around several", "« Un.| Deux. »| Trois."],
    ["a question in a French sentence", "« Pourquoi ? » demanda-t-il.| « Parce que ! » répondit-elle."],
    ["a question in an English sentence", "“Why?” he asked.| “Why not?” Diallo said.| “Where?”| The army left."],
    ["a title with a question mark", "He read Who Rules? by Diallo.| He read Viva! (1965) too."],
    ["addresses with a question mark", "See https://example.org/a?s=20 for more.| Then stop."],
    ["addresses that end in one", "Go to https://example.org/?Ab=1&c=2 now."],
    ["addresses at the end", "See www.example.org.| The army left."],
    ["note marks", "They left.¹| They came back.²| Then"],
    ["notes in brackets", "They left [1].| They came [2]."],
    ["notes in brackets after the mark", "It attacked.[12]| The army left.[3][4]| It came.[a]| They fled."],
    ["note numbers", "It attacked.12| The army left.3,4| It came back.5–7| They fled."],
    ["note numbers after quotes and brackets", "It “attacked.”12| The army (left).13| It came.)14| They fled."],
    ["note numbers in French", "Elle a attaqué.12| Le groupe a fui ».13| Il revient."],
    ["note numbers after a space", "It attacked. 8| Yet they stayed. [9]| They fled."],
    ["note signs", "It attacked.*| The army left.†| It came."],
    ["omissions", "They came…| The army left…| Then …| Fin."],
    ["omissions within", "They came… and left. ... they said.| It was […] that left.| The rest […]| They fled."],
    ["three full stops", "They came...| The army left ... at 5."],
    ["names with a small particle", "They left.| al-Qaeda claimed it.| ag Ghali spoke.| el-Hadj and ould Sidi came."],
    ["lost spaces", "They left.|The army came.|It left!|A group fled."],
    ["no lost spaces", "Node.Js, Booking.Com, M.Diallo and Dr.Keita at C:\\Dir.Old\\A, file.Txt=B."],
    ["brackets around several", "(They left.| They came.)| The end."],
    ["questions and shouts", "Why?| Because!| So.| Really?!| Yes."],
    ["French spaces", "Pourquoi ?| Parce que !| Bien."],
    ["other scripts", "他们走了。|军队来了。|"],
    ["separators of lines", "One line\u2028another line\u2029a third"],
    ["items of a list", "It had aims.| (a) First.| (b) Second.| i. Third.| ii. Fourth."],
    ["a table of contents", "I. Introduction ...... 1 II. The Crisis ...... 3 A. The Towns ...... 5 B. The Mines"],
    ["labels with a number", "Question(s) 1. What are the towns?| Step 2. Read."],
    ["notes in round brackets", "It attacked.(3)| The army left."],
    ["bullets", "They left.| • The army came.| – The group too."],
  ])("handles %s", (_, marked) => {
    const expected = marked.includes("\u2028")
      ? ["One line", "another line", "a third"]
      : parts(marked).filter(Boolean);
    expect(cut(joined(marked))).toEqual(expected);
  });

  it("counts paragraphs by lines that are not blank, and lines by all", () => {
    const [first, second] = cutSentences("\n\nOne.\n \nTwo.\n");
    expect(first).toMatchObject({ locator: "p1s1", line: 3, start: 2, end: 6 });
    expect(second).toMatchObject({ locator: "p2s1", line: 5, start: 9, end: 13 });
  });

  it.each(["---", "————", "* * *", "_____", "…", "?!"].filter((line) => line.length > 1))(
    "takes a line %s for a blank one",
    (line) => {
      expect(cutSentences(`One.\n${line}\nTwo.`).map(({ locator }) => locator)).toEqual(["p1s1", "p2s1"]);
    },
  );

  it("keeps the line of a single mark, to which published locators refer", () => {
    expect(cut("One.\n-\nTwo.")).toEqual(["One.", "-", "Two."]);
  });

  it("leaves marks without a letter or digit with their sentence", () => {
    expect(cut("- - One. * * *")).toEqual(["- - One. * * *"]);
    expect(cut("! ! One. ! ! Two. ! !")).toEqual(["! ! One. ! !", "Two. ! !"]);
  });

  it("finds no sentence in an empty text or a blank one", () => {
    expect(cut("")).toEqual([]);
    expect(cut(" \n\t\n")).toEqual([]);
  });

  it("cuts a long line as it cuts a short one", () => {
    const sentence = "Here is a sentence of some length, no. 4 of them. ";
    const found = cut(sentence.repeat(2000));
    expect(found).toHaveLength(2000);
    expect(new Set(found)).toEqual(new Set([sentence.trim()]));
  });

  it.each([
    ["of short sentences", "A short one. "],
    ["without a sentence's end", "word "],
    ["without a letter", "! $ "],
    ["of abbreviations", "M. "],
    ["of initials", "J."],
    ["of lost spaces", "left.The"],
    ["of full stops", "."],
    ["of full stops with spaces", ". "],
    ["of notes", ".[1]"],
    ["of closing quotes", "”"],
    ["of white space", " "],
    ["of brackets", "(a "],
    ["of paragraph separators", "7\u2029 "],
    ["of digits", "1,"],
  ])("finishes a line of a megabyte %s, which it could not if it looked at the line for each mark", (_, unit) => {
    const line = unit.repeat(1_000_000 / unit.length);
    expect(cutSentences(`${line} One.`).at(-1)?.text).toMatch(/One\.$/u);
  });
});
