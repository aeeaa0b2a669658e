/** Side text: the idea, the formula, what the paper reported, what this lab measures. */
export function Method() {
  return (
    <>
      <h3>The idea</h3>
      <p>
        A language model writes each token from a vector, the residual stream, that every layer reads and adds to. Texts
        in two languages lie apart in that space. Moving the vector from one to the other while the model writes moves
        what it writes.
      </p>
      <p className="formula">
        h<sub>l</sub> ← h<sub>l</sub> + s · (μ<sub>target</sub> − μ<sub>source</sub>)
      </p>
      <p>
        μ is the mean of the residual stream after layer l over the texts of a set; each text counts once, its first
        token (the beginning mark) is left out. The strength s counts class distances: at 1 the stream moves as far as
        the two means lie apart. Absolute strengths cannot be compared between layers, as that distance grows through
        the model.
      </p>
      <h3>What the paper reported</h3>
      <p>
        CLaS-Bench (Gurgurov et al. 2026, arXiv 2601.08331) compares ways of steering over 32 languages and finds that
        this difference of means does consistently better than probes, principal components, language neurons, sparse
        autoencoders and prompting, and that structure specific to a language lies mostly in later layers. Its models
        are more than a thousand times larger than the ones here.
      </p>
      <h3>What is measured here</h3>
      <p>
        A quarter of the texts is held out; a sentence and its translation stay on one side. d′ is the distance of the
        held-out projections in units of their spread. The layer proposed is the first within a tenth of the greatest
        d′. That a direction tells two languages apart at a layer does not mean that pushing there changes the language:
        the sweep shows the difference.
      </p>
      <p>
        Success is the share of continuations that an n-gram identifier calls the target language. Bits per byte say
        what the continuation costs under the unsteered model: fluent text is cheap and word salad is dear, but a loop
        can be cheap, too; so distinct token pairs stand beside it. The random control is pushed equally far. Intervals
        are 95 % percentile bootstraps over prompts, wide for so few.
      </p>
      <h3>Looking inside</h3>
      <p>
        The logit lens (nostalgebraist 2020) puts the stream after each layer through the last norm and the head: what
        the model would write if it ended there. Wendler et al. (2024) found that Llama 2 passes through English on the
        way from one language to another. A lens is only as good as the head fits early layers: what it reads there is
        no proof of what the model means.
      </p>
      <h3>By the logits of several models</h3>
      <p>
        Models that share a vocabulary read the same prefix; at each step a mixer makes one distribution of theirs, and
        one token is drawn. Emulated fine-tuning (Mitchell et al. 2023) adds to one model what training changed in
        another, log-probability by log-probability. KL(mixture ‖ model) says how far a step departs from each. Models
        of different vocabularies are joined over bytes.
      </p>
    </>
  );
}
