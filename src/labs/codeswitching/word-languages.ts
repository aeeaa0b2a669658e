import { readModel, type WordLanguageModel } from "../../codeswitch/word-language/model";
import { LabError, unwrap } from "../../result";

let loading: Promise<WordLanguageModel> | undefined;

/** The table that tells the languages of words apart (328 kB), fetched once. Throws `not-found` and `input-invalid`. */
export function loadWordLanguages(): Promise<WordLanguageModel> {
  loading ??= read();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function read(): Promise<WordLanguageModel> {
  const answer = await fetch(new URL("data/word-languages.bin", document.baseURI));
  if (answer.ok) return unwrap(readModel(await answer.arrayBuffer()));
  throw new LabError({
    code: "not-found",
    what: "The table with the languages of words could not be fetched.",
    remedy: "Check the connection and run again.",
    facts: { status: answer.status },
  });
}
