import { Terms } from "../../ui/Terms";

/** Side text: the idea, how numbers are made, what papers reported, what to beware of. */
export function Method() {
  return (
    <Terms>
      <h3>The idea</h3>
      <p>
        Whatever is done to a model, the same card says what it did to each of its languages: on held-out items, with
        intervals, beside the baseline and beside a random change of the same size. A number that a random change moves
        as far says nothing about yours.
      </p>
      <h3>How a number is made</h3>
      <p>
        Every number is a ratio of sums over items: right answers over questions, bits over bytes, wrong words over
        words. Choose a number to read its formula, its items and what the model wrote.
      </p>
      <p className="formula">value = Σ numerator(item) / Σ denominator(item)</p>
      <p>
        Intervals draw whole items anew, 1,000 times, from a seed: bias-corrected and accelerated (Efron 1987), or
        percentile. Where all items are right, or none, Wilson’s interval stands in. One item has no interval.
      </p>
      <h3>How a change is tested</h3>
      <p>
        Two variants are compared on the same items. Right and wrong answers: McNemar’s exact test on the flips, so that
        equal accuracies do not hide what was lost (MUSCLE, Echterhoff et al. 2024). Other numbers: a paired permutation
        test. Holm’s correction then allows for how many main numbers a variant has. Where not even a change at every
        item could pass that, the card says that there are too few items to tell.
      </p>
      <h3>What papers reported</h3>
      <p>
        MEXA (Kargaran et al. 2024) reports an average Pearson correlation of 0.90 between its alignment score and three
        downstream tasks, for large models. Multi-IF (He et al. 2024) saw o1-preview fall from 0.877 at the first turn
        to 0.707 at the third. The embedded checkpoints are far smaller: they write sentences, and most keep hardly any
        instruction.
      </p>
      <h3>Beware</h3>
      <p>
        Bits per byte compare a language with itself; across scripts a byte says more or less. Words are assigned to
        languages by byte n-grams: of the words of the embedded sentences about 1 % are assigned wrongly, under 4 % in
        every language but Swahili, which the n-grams do not know and which has no such number. The items are few, and
        the intervals say so.
      </p>
    </Terms>
  );
}
