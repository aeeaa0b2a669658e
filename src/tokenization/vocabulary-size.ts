/** How many rows a vocabulary should have, by the three predictors of Tao et al. 2024. */
export interface AdvisedRows {
  /** Fitted on models of equal compute. */
  readonly byCompute: number;
  /** From where the derivative of the compute by the rows is zero. */
  readonly byDerivative: number;
  /** Where the fitted loss is lowest for the compute. */
  readonly byLoss: number;
}

const mostRows = 1e8;

/**
 * The compute-optimal rows of a vocabulary for a model of so many parameters without embedding and head, and of the width of its
 * embedding, if it is trained with the compute that is optimal for that size (Tao et al. 2024, Scaling Laws with Vocabulary, arXiv 2407.13623).
 * The fits are of English text.
 */
export function adviseRows(parameters: number, width: number): AdvisedRows {
  const compute = (parameters / Math.exp(-2.48465)) ** 2;
  return {
    byCompute: (Math.exp(-1.58903) * compute ** 0.416362) / width,
    byDerivative: (3_145_728 * (parameters / 33e6) ** 0.835397) / width,
    byLoss: lowestLoss(parameters, width, compute),
  };
}

/** The rows between 1 and 10⁸ of the lowest loss, by the golden section over their logarithm; the loss has one minimum there. */
function lowestLoss(parameters: number, width: number, compute: number): number {
  const loss = (logarithm: number) => lossOf(parameters, width, Math.exp(logarithm), compute);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, Math.log(mostRows)];
  while (high - low > 1e-6) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** The fitted loss, relative to a unigram model: parameters in millions, rows and width in thousands, compute in 10¹⁵ operations. */
function lossOf(parameters: number, width: number, rows: number, compute: number): number {
  const body = parameters / 1e6;
  const table = (rows / 1e3) * (width / 1e3);
  const tokens = compute / 1e15 / (6 * (body + table));
  return -5.53278 + 1.83139 / body ** 0.446606 + 0.195842 / table ** 0.670737 + 2.12411 / tokens ** 0.446606;
}
