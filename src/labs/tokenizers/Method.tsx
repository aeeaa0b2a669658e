import { Terms } from "../../ui/Terms";

/** Side text: the idea, the formula, what the papers reported, what this lab measures. */
export function Method() {
  return (
    <Terms>
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
      <h3>Changing a vocabulary</h3>
      <p>
        A model can keep its layers and change its tokens: only the rows of the embedding and of the head are new.
        Trimming (Ushio et al. 2023, arXiv 2305.15020) takes rows away; as a token’s logit is the product of its own
        row, those that stay are not touched. Tokens that are new need rows, and each method says of which old rows it
        makes them:
      </p>
      <p className="formula">
        e<sub>new</sub> = Σ w<sub>i</sub> e<sub>i</sub>, Σ w<sub>i</sub> = 1
      </p>
      <p>
        The papers train the model after that; here nothing is trained, so the numbers say how good a beginning is.
        Pieces are held against 40 sentences that neither the model nor the new vocabulary has seen; where the lab has
        no stories in a language, it learns from these, and the results say so. Word vectors, where a method needs them,
        are made in the page: pointwise mutual information of words with the parallel sentences they stand in, 64
        dimensions by SVD; or they are read from .vec files, which a dictionary can bring into one space by orthogonal
        Procrustes (Schönemann 1966). Pairs of words come from IBM Model 1 on a few thousand sentences, where the paper
        takes millions.
      </p>
      <p>
        A vocabulary can also be written in Latin letters (TransMI, Liu et al. 2024, arXiv 2405.09913): every piece of
        another script gets a twin, which takes over its score and its row, so that romanised text finds what the model
        knows of the language. The paper does this to Unigram vocabularies; a BPE one gets the merges that build a twin,
        after all its own.
      </p>
      <h3>What is measured here</h3>
      <p>
        The strips cut your text with the published vocabularies; every token shows its id, its bytes, its code points
        and its graphemes, exactly, also inside a character. The scorecard uses forty everyday sentences, written for
        this project in eleven languages; they are short and plain, so differences of a few per cent are noise; point at
        a cell for the interval that drawing the sentences anew gives. Each metric states its convention: papers count
        words in different ways and their numbers differ for it. Special tokens are never counted in metrics.
      </p>
      <p>
        Words are found by the browser (Intl.Segmenter); its dictionaries for Chinese and Japanese differ a little
        between browsers.
      </p>
    </Terms>
  );
}
