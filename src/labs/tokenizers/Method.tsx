/** Side text: the idea, the formula, what the papers reported, what this lab measures. */
export function Method() {
  return (
    <>
      <h3>The idea</h3>
      <p>
        A model reads tokens, and its maker chose them: the pieces that save most in the text they were learned from.
        What that text had little of is cut small, down to single bytes. The same content then takes more tokens, costs
        more, fills the context sooner and gives the model less to hold on to.
      </p>
      <p className="formula">
        P = Σ |t(s<sub>i</sub>)| / Σ |t(r<sub>i</sub>)|
      </p>
      <p>
        Parity is the number of tokens for sentences in one language over the number for the same sentences in another.
        1 is even. Characters or bytes per token cannot say this: a Chinese sentence has fewer characters than an
        English one, a Hindi letter three times as many bytes.
      </p>
      <h3>What the papers reported</h3>
      <p>
        Petrov et al. (2023, arXiv 2305.15425) find tokenized lengths that differ up to 15 times between languages for
        the same text. Rust et al. (2021) find that a tokenizer made for a language plays as large a part as pretraining
        data in how well a model does there. Zouhar et al. (2023) find that Rényi efficiency goes with translation
        quality better than length does.
      </p>
      <h3>What is measured here</h3>
      <p>
        The strips cut your text with the published vocabularies; every token shows its id, its bytes and its code
        points, exactly, also inside a character. The scorecard uses forty everyday sentences, written for this project
        in eleven languages; they are short and plain, so read differences of a few per cent as noise. Each metric
        states its convention: papers count words in different ways and their numbers differ for it. Special tokens are
        never counted in metrics.
      </p>
      <p>
        Words are found by the browser (Intl.Segmenter); its dictionaries for Chinese and Japanese differ a little
        between browsers.
      </p>
    </>
  );
}
