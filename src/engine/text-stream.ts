/**
 * Turns a stream of tokens into text that never ends inside a character: bytes are held back until their UTF-8 sequence
 * is whole.
 */
export class TextStream {
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  #text = "";

  constructor(private readonly bytesOf: (id: number) => Uint8Array) {}

  /** What the token adds to the text that can be shown; "" while a character is incomplete. */
  push(id: number): string {
    const added = this.#decoder.decode(this.bytesOf(id), { stream: true });
    this.#text += added;
    return added;
  }

  /** The whole text. A character that was cut off at the end becomes U+FFFD, as in Python. */
  end(): string {
    this.#text += this.#decoder.decode();
    return this.#text;
  }
}
