import { Terms } from "../../ui/Terms";

/** Side text: the idea, the rules, the formulas, what this lab measures. */
export function Method() {
  return (
    <Terms>
      <h3>The idea</h3>
      <p>
        People who share two languages change between them inside a sentence, and not just anywhere. Theories say where:
        this lab takes a sentence and its translation, the links between their words and a tree of one of them, and
        judges every place between two words.
      </p>
      <p>
        <strong>These theories are contested.</strong> Each has counter-examples in recorded speech, and speakers’
        communities differ. They are switches here, to be compared, not grammar. And{" "}
        <strong>the text is synthetic</strong>: it follows a rule; nobody said it, and it does not stand for how a
        community speaks.
      </p>
      <h3>The rules</h3>
      <dl className="switching-rules">
        <dt>Equivalence constraint</dt>
        <dd>
          Inside a constituent, a switch between two children is allowed if no child that stands before the place in one
          language stands after it in the other. The tree is projected through the links, so each constituent knows both
          orders; what interleaves is opened up or kept whole. Neighbours in one language must be neighbours in that
          sentence.
        </dd>
        <dt>Functional head</dt>
        <dd>Also no switch between a determiner, auxiliary, complementiser or negation and its complement.</dd>
        <dt>Matrix language frame</dt>
        <dd>
          One language gives order and function words. The other gives content words, judged by part of speech, or whole
          constituents.
        </dd>
        <dt>No crossing links</dt>
        <dd>The equivalence constraint where there is no tree: no link may cross the place.</dd>
        <dt>Free morpheme</dt>
        <dd>Words are never cut; a clitic written apart stays with its host. It holds beside each of the others.</dd>
        <dt>Whole phrases</dt>
        <dd>
          No theory, but a choice beside each: a noun with what belongs to it, or a name, and what stands for it are
          switched together or not at all. Word by word, the phrases that switches break are counted.
        </dd>
      </dl>
      <h3>Other sources</h3>
      <p>
        <strong>Lexicon</strong>: words of one sentence become a dictionary’s. The embedded one inflects them; a list of
        pairs in MUSE’s format takes them as they stand. <strong>Entities</strong>: only names change, and nothing round
        them. <strong>Corpus</strong>: the grammar without trees over many pairs, filtered by what was measured, each
        pair that gives nothing counted with its reason; spread over topics and main languages where that is asked, and
        each sentence checked by programs. <strong>A text of your own</strong>: given, and the languages of its words
        told apart by script, n-grams and the words around.
      </p>
      <p>
        <strong>A language model</strong> writes on and its language is switched inside it: for each span of the plan a
        language direction, the mean of that language’s sentences less the others’, is added to the residual stream at
        one layer, token by token; or its vocabulary is held to the span’s language. Beside it the same beginning
        untouched, and asked in words. What is counted: words in the planned language, borders kept, bits a byte under
        the untouched model.
      </p>
      <p>
        <strong>Agents</strong>: one model writes to a scenario, judges and refines. Share of words and fluency are
        measured, naturalness and fit are the model’s opinion; below 8 of 10 the text is refined once and judged again.
      </p>
      <p className="formula">score = 0.30 fluency + 0.25 naturalness + 0.20 ratio + 0.25 fit</p>
      <h3>Reading the mix</h3>
      <p>
        Sentences of any source can be read on. <strong>Translated back</strong>: chrF against the unmixed sentence by
        the share of switched words, beside the mix copied as it is, since words in the target language need no
        translation. <strong>Surprisal</strong>: bits a word right after a switch and elsewhere, and of the same word in
        its own language’s sentence, so that a switch is told from a rare word. <strong>Tokenizers</strong>: tokens a
        word, mixed and unmixed, Hindi in both scripts. <strong>Four ways</strong>: native, in Latin letters,
        translated, mixed, and the cosines of their mean states, which say something only beside those of different
        sentences. <strong>Units in other orders</strong>: phrases permuted and reversed, and what the model pays for
        the last unit behind the first against the first behind the last.
      </p>
      <h3>What is counted and measured</h3>
      <p>
        All allowed sentences form a lattice. It is counted exactly, whatever its size; up to 5,000 sentences are all
        compared with the request, beyond that they are drawn with odds fitted to it. What you ask for is never assumed:
        every measure is taken on the sentence that came out. Numbers, emoji and what is spelt alike in both, such as a
        name, count as no language.
      </p>
      <p className="formula">CMI = 100 · (1 − max w / N) &nbsp; I-index = P / (N − 1)</p>
      <p>
        N words, w in one language, P switches. Sentences of the same index can switch once or at every other word; the
        I-index, burstiness and span entropy tell them apart.
      </p>
      <h3>Where this comes from</h3>
      <p>
        Poplack 1980; Belazi, Rubin and Toribio 1994; Myers-Scotton 1993; Xie et al. 2025 for the agents; made
        computable by Bhat, Choudhury and Bali 2016 and Pratapa et al. 2018, whose toolkit GCM also lets the language
        change at the edge of a mixed phrase inside a reordered block: here the words on both sides of each seam decide,
        so our sets are smaller.
      </p>
    </Terms>
  );
}
