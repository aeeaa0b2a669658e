"""Writes the golden files of the measures: what independent packages make of fixed inputs.

    python make.py

Needs numpy, scipy, statsmodels, scikit-learn, sacrebleu and nltk (written with scipy 1.17, statsmodels 0.15, scikit-learn
1.9, sacrebleu 2.6, nltk 3.10).
"""

import json
import pathlib
import types

import numpy as np
import sacrebleu
from nltk.translate.metrics import alignment_error_rate
from sacrebleu.metrics import BLEU, CHRF
from scipy import stats
from scipy.special import ndtr, ndtri
from sklearn.metrics import roc_auc_score
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(9)


def bca(numerators, denominators, resamples=300):
    """scipy's interval over resamples that both sides get: a ratio of sums, whole items drawn."""
    a, b = np.array(numerators, float), np.array(denominators, float)
    drawn = random.integers(0, len(a), (resamples, len(a)))
    draws = a[drawn].sum(1) / b[drawn].sum(1)
    ratio = lambda x, y, axis=-1: x.sum(axis) / y.sum(axis)
    known = types.SimpleNamespace(bootstrap_distribution=draws)
    intervals = {
        level: stats.bootstrap(
            (a, b), ratio, paired=True, vectorized=True, n_resamples=0, method="BCa", bootstrap_result=known,
            confidence_level=level,
        ).confidence_interval
        for level in (0.9, 0.95)
    }
    return dict(
        numerators=a.tolist(),
        denominators=b.tolist(),
        draws=sorted(draws.tolist()),
        value=float(a.sum() / b.sum()),
        intervals=[dict(level=level, low=float(i.low), high=float(i.high)) for level, i in intervals.items()],
    )


def statistics():
    skewed = random.exponential(1, 15).round(3)
    tables = [(0, 0), (0, 5), (1, 7), (4, 4), (3, 12), (20, 41), (200, 260)]
    differences = [[0.3, -0.1, 0.5, 0.2, 0.4], [1, 1, 1, 0, -1, 1, 1, 0], random.normal(0.4, 1, 11).round(3).tolist()]
    p_values = [[0.01, 0.04, 0.03, 0.005], [0.5], [0.2, 0.2, 0.9], [0.001, 0.8, 0.02, 0.02, 0.049]]
    return dict(
        normal=[dict(x=x, share=float(ndtr(x))) for x in (-6, -3.2, -1.96, -0.4, 0, 0.1, 1, 2.5, 5.5)],
        quantile=[dict(share=p, x=float(ndtri(p))) for p in (1e-6, 0.001, 0.025, 0.2, 0.5, 0.77, 0.975, 0.9999)],
        bca=[
            bca(skewed, np.ones(15)),
            bca(random.integers(0, 2, 20), np.ones(20)),
            bca(random.uniform(20, 90, 12).round(2), random.integers(15, 60, 12)),
        ],
        mcnemar=[dict(negative=n, positive=p, p=float(mcnemar([[9, n], [p, 9]], exact=True).pvalue)) for n, p in tables],
        permutation=[
            dict(
                differences=d,
                p=float(
                    stats.permutation_test(
                        (np.array(d, float),), lambda x, axis=-1: x.sum(axis), permutation_type="samples",
                        n_resamples=np.inf, alternative="two-sided", vectorized=True,
                    ).pvalue
                ),
            )
            for d in differences
        ],
        holm=[dict(p=p, adjusted=multipletests(p, method="holm")[1].tolist()) for p in p_values],
        wilson=[
            dict(successes=k, n=n, low=float(low), high=float(high))
            for k, n in ((0, 12), (12, 12), (3, 8), (25, 40))
            for low, high in [proportion_confint(k, n, method="wilson")]
        ],
    )


PAIRS = [
    ("the cat", "the cat sat"),
    ("abc", "abd"),
    ("the cat sat on the mat", "the cat sat on a mat"),
    ("", "nothing was written here"),
    ("Something", ""),
    ("Guten Morgen, hast du gut geschlafen?", "Guten Morgen, haben Sie gut geschlafen?"),
    ("Das Wasser ist kalt.", "Das Wasser ist kalt."),
    ("पानी ठंडा है।", "पानी बहुत ठंडा है।"),
    ("Kız kardeşim bir hastanede çalışıyor.", "Ablam hastanede çalışır."),
    ("¿Cuánto cuesta este pan? 3.50 euros, (creo).", "¿Cuánto cuesta el pan? 3,50 euros."),
    ("我们在街角等公共汽车。", "我们在拐角处等公交车。"),
    ("He said: \"no-one's 1,000 apples &amp; pears\" - 😀!", "He said \"nobody's 1,000 apples & pears\" 😀."),
    ("a a a a a a a", "a b"),
    ("x", "x"),
]


def text():
    hypotheses, references = [h for h, _ in PAIRS], [r for _, r in PAIRS]
    chrf, chrfpp, bleu = CHRF(), CHRF(word_order=2), BLEU(effective_order=True)
    return dict(
        sacrebleu=sacrebleu.__version__,
        pairs=[
            dict(
                text=h,
                reference=r,
                chrf=chrf.sentence_score(h, [r]).score,
                chrfpp=chrfpp.sentence_score(h, [r]).score,
                bleu=bleu.sentence_score(h, [r]).score,
            )
            for h, r in PAIRS
        ],
        corpus=dict(
            chrf=chrf.corpus_score(hypotheses, [references]).score,
            chrfpp=chrfpp.corpus_score(hypotheses, [references]).score,
            bleu=BLEU().corpus_score(hypotheses, [references]).score,
        ),
        tokens=[dict(text=h, tokens=BLEU().tokenizer(h).split()) for h in hypotheses],
    )


def mexa(matrix):
    wins = 0
    for i in range(len(matrix)):
        others = np.concatenate([np.delete(matrix[i], i), np.delete(matrix[:, i], i)])
        wins += bool(matrix[i, i] > others.max())
    return wins / len(matrix)


def cosines(a, b):
    return (a / np.linalg.norm(a, axis=1, keepdims=True)) @ (b / np.linalg.norm(b, axis=1, keepdims=True)).T


def nearest(matrix, k):
    return np.sort(matrix, axis=1)[:, ::-1][:, :k].mean(1)


def alignment():
    n, width, tokens = 14, 6, 5
    meaning = random.normal(size=(n, width))
    states = [(meaning[:, None] + random.normal(0, 1.2, (n, tokens, width)) + shift).round(4) for shift in (1.0, 0.4)]
    weights = np.arange(1, tokens + 1)
    weighted = [(s * weights[None, :, None]).sum(1) / weights.sum() for s in states]
    cos = cosines(*weighted)
    margin = cos / ((nearest(cos, 4)[:, None] + nearest(cos.T, 4)[None]) / 2)
    csls = 2 * cos - nearest(cos, 10)[:, None] - nearest(cos.T, 10)[None]
    ranks = (csls >= np.diag(csls)[:, None]).sum(1)
    off = ~np.eye(n, dtype=bool)
    return dict(
        width=width,
        states=[s.reshape(n, -1).tolist() for s in states],
        weighted=weighted[0].tolist(),
        cosines=cos.tolist(),
        mexa=mexa(cos),
        margin=margin.tolist(),
        retrieved=(margin.argmax(1) == np.arange(n)).tolist(),
        csls=csls.tolist(),
        p1=float((ranks == 1).mean()),
        mrr=float((1 / ranks).mean()),
        auc=float(roc_auc_score(np.eye(n).ravel(), cos.ravel())),
        matched_less_mismatched=float(np.diag(cos).mean() - cos[off].mean()),
    )


def alignment_error():
    sentences = []
    for _ in range(6):
        pairs = [(i, j) for i in range(5) for j in range(5)]
        pick = lambda count: [pairs[k] for k in random.choice(25, count, replace=False)]
        sure, extra, proposed = pick(4), pick(3), pick(6)
        possible = sorted(set(sure) | set(extra))
        sentences.append(
            dict(
                proposed=proposed, sure=sure, possible=possible,
                aer=alignment_error_rate(set(sure), set(proposed), set(possible)),
            )
        )
    return sentences


def write(name, content):
    plain = lambda value: value.item() if isinstance(value, np.generic) else list(value)
    (HERE / f"{name}.golden.json").write_text(json.dumps(content, default=plain, ensure_ascii=False) + "\n")


write("statistics", statistics())
write("text", text())
write("alignment", dict(**alignment(), alignment_error=alignment_error()))
