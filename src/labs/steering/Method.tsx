import { Terms } from "../../ui/Terms";

/** Side text: the idea, the formula, what the paper reported, what this lab measures. */
export function Method() {
  return (
    <Terms>
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
        of 95 % are Wilson’s for the share identified and percentile bootstraps over prompts for the rest, wide for so
        few.
      </p>
      <h3>Stories of two kinds</h3>
      <p>
        Moods, tenses and forms of address are steered by stories that were generated for this lab from one grammar in
        five languages. A direction takes the first four sentences of sixty stories of each kind; with all five
        languages in turn it is made from what the trait has in common in them. The two sets tell different stories, no
        story and its counterpart, so the direction holds what else sets them apart. Every verb shows its tense; a mood
        shows mostly at a story’s end, behind these sentences, and many of them address nobody: their directions tell
        held-out stories apart badly. The embedded checkpoints learnt to write on stories of the same generator, which
        makes the traits easier to find here than in a model that read the web.
      </p>
      <h3>Several properties at once</h3>
      <p>
        Pushes add up, and what is too much for a text comes sooner. Dynamic activation composition (Scalena et al.
        2024, arXiv 2406.17563) gives every property a strength of its own at every token: it tries the position once
        without a push and once with each property at twice the class distance, and takes how far the answers lie apart.
      </p>
      <p className="formula">
        α<sub>k</sub> = clip(KL(p ‖ p<sub>k</sub>), 0, 2)
      </p>
      <p>
        Both distributions are cut to the likeliest tokens that hold 95 % of either and made to sum to 1. Where the
        model writes on as wanted anyway, the strength falls to nothing. The published code divides KL by the number of
        tokens compared; here it is not divided. The push acts on the position that decides a token and stays in its
        keys and values; the paper pushes the heads of the attention, here it is the residual stream after a layer.
      </p>
      <h3>A map instead of a direction</h3>
      <p>
        INCLINE (Wang et al. 2024, arXiv 2410.12462) fits a matrix on sentences and their translations, so that each
        sentence is moved by its own amount: W is least squares with a ridge λ on the means over tokens.
      </p>
      <p className="formula">W = (XᵀX + λI)⁻¹XᵀY, h ← h + s · hW, or h + s · (hW − h)</p>
      <p>
        The paper edits the last token of the prompt at every layer and reports gains on nine benchmarks with five
        models. Here every position is edited, unless chosen otherwise, at the layers chosen. The fit is shown on
        sentences that the map has not seen, beside the stream as it is. A map of shuffled pairs and the difference of
        the means tell what of it is the sentence and what only the language.
      </p>
      <h3>The neurons of a language</h3>
      <p>
        A neuron of the feed-forward part is active at a token where its gate is positive. LAPE (Tang et al. 2024, arXiv
        2402.16438) takes p<sub>l</sub>, the share of a language’s tokens at which it is, makes the shares of all
        languages sum to 1, and keeps the neurons of lowest entropy among those that are active often in some language.
      </p>
      <p className="formula">H = −Σ p′ log p′, p′ = p / Σ p</p>
      <p>
        The paper finds them at the first and the last layers of LLaMA 2 and that without them only their language
        suffers; whether that holds here is what the two matrices show, the second with as many random neurons off.
        Neuron Specialization (Tan et al. 2024, arXiv 2404.11201) takes the fewest neurons of a layer that hold a share
        of a language’s activity, and finds that languages that are kin share more of them. Neuron Adjust (Li et al.
        2025, arXiv 2503.21730) takes those whose gate rises most and mirrors its values into what they are in the
        others, by lot where both densities allow it; here the likelier one decides, and “adjusted at their gates” does
        it while the model writes. Its Key Space Detection abstains where the input of a down projection lies in a box
        around a language’s own; the paper reports a drop of over 80 % in the skill that is forgotten, on large models.
      </p>
      <h3>Neurons by what they write</h3>
      <p>
        Whenever neuron n of a layer is active it adds the same vector to the stream, column n of the down projection
        (Geva et al. 2022, arXiv 2203.14680). Put through the head, that vector is a change of every logit.
      </p>
      <p className="formula">
        logits ← logits + a<sub>n</sub> · W<sub>U</sub> W<sub>down</sub>[:, n]
      </p>
      <p>
        Later layers and the final norm stand between; with the norm, the vector is read as if nothing else stood in the
        stream. Li et al. (2024, arXiv 2406.16235) find that training on English preferences alone makes models less
        toxic in 17 languages, as the value vectors concerned raise words of many languages and are reached from each.
        Here the trait is a harmless one, nothing is trained, and the activations of the neurons found in one language
        are scaled: c is the change of a story’s bits per byte, and the shift the mean of c(one kind) − c(the other).
      </p>
      <h3>A language’s vector at the head</h3>
      <p>
        LangSAMP (Liu et al. 2024, arXiv 2409.18199) trains embeddings of language and script that are added to what a
        model gives its head, so that the rest of it need not carry them. Here nothing is trained: a language’s vector
        is its mean of what the head reads less the mean of all, its script’s alike.
      </p>
      <p className="formula">W(h + e) = Wh + We</p>
      <p>
        So it adds the same to a token’s logit at every position: words of the language become likelier, and nothing
        else in the model hears of it.
      </p>
      <h3>An instruction, given again</h3>
      <p>
        The farther away an instruction is, the less an answer heeds it. SWIE (Chen et al. 2023, arXiv 2308.12674)
        trains a vector that carries the instruction to later states, and reports that translations become more
        faithful. Here nothing is trained: m is the mean state of the instruction’s tokens, r the mean length of the
        states behind it.
      </p>
      <p className="formula">
        h<sub>s</sub> ← h<sub>s</sub> + w · r · m / |m|, s behind the instruction
      </p>
      <p>
        Words of a translation and of its source are linked as sentences with their translations teach; those without a
        link are flagged as missed or added.
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
    </Terms>
  );
}
