interface PreTokenizerFile {
  readonly type?: string;
  readonly replacement?: string;
  readonly split?: boolean;
  readonly pretokenizers?: readonly PreTokenizerFile[];
}

/**
 * A pre-tokenizer's description in which what follows a metaspace is a pre-token of its own, as in Python's tokenizers unless `split` is
 * false: ▁Hello ▁world. `@huggingface/tokenizers` leaves the text whole, so that pieces across ▁ could be found.
 */
export function cutAtMetaspaces(file: PreTokenizerFile): PreTokenizerFile {
  if (file.pretokenizers !== undefined) return { ...file, pretokenizers: file.pretokenizers.map(cutAtMetaspaces) };
  if (file.type !== "Metaspace" || file.split === false) return file;
  const sign = `\\u{${(file.replacement ?? "▁").codePointAt(0)!.toString(16)}}`;
  const cut = {
    type: "Split",
    pattern: { Regex: `${sign}[^${sign}]*|[^${sign}]+` },
    behavior: "Isolated",
    invert: false,
  };
  return { type: "Sequence", pretokenizers: [file, cut] };
}
