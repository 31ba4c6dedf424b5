/** A document as it is now at the address of its source. */
interface ChangedDocument {
  readonly source_id: string;
  readonly bytes: Uint8Array;
  readonly media_type: string | null;
  readonly charset: string | null;
}

/**
 * The locators of cited sentences that a changed document would move or remove; `null`, because that is not looked at
 * yet: it needs the document taken in anew, and compared as `documents verify` compares texts.
 */
export const affectedSentences = async (_document: ChangedDocument): Promise<readonly string[] | null> => null;
