/**
 * Alignment error rates; writes bench/alignment.json. On the last 200 sentence pairs of the shipped stories: IBM Model 1 trained on the
 * first 2,000, and SimAlign over polyglot-base's states after its middle layer, which is what the lab proposes. On the five gold
 * English-German pairs of ../shared/data, where they are: IBM Model 1 with 300 everyday pairs, and SimAlign. `aer` takes every gold link as
 * sure; `aerPossible` takes those of blocks of several words on both sides as possible, as annotators do (Och and Ney 2003).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openModules } from "../scripts/modules.mjs";

const model = "polyglot-base";
const root = fileURLToPath(new URL("..", import.meta.url));
const modules = await openModules();
const load = (path) => modules.ssrLoadModule(`/src/${path}.ts`);
const { scoreAlignments, sortLinks } = await load("codeswitch/alignment");
const { alignArgmax, alignItermax } = await load("codeswitch/aligner/simalign");
const { wordVectors } = await load("codeswitch/aligner/word-vectors");
const { proposeAlignment, trainAligner } = await load("codeswitch/aligner/propose");
const { storyPair } = await load("codeswitch/aligner/story-pair");
const { splitWords } = await load("codeswitch/words");
const { loadStories } = await load("data/stories");
const { createLocalEngine } = await load("engine/local");
const { loadEmbedded } = await load("engine/testing/golden-models");

const engine = createLocalEngine();
try {
  const loaded = await loadEmbedded(engine, model);
  const layer = Math.floor((loaded.geometry.layers - 1) / 2);
  const read = new Map();
  const vectors = async (words) => {
    const text = words.join(" ");
    if (!read.has(text)) read.set(text, await statesOf(text, words));
    return read.get(text);
  };
  const statesOf = async (text, words) => {
    const hook = `blocks.${layer}.hook_resid_post`;
    const [states, tokens] = [await engine.capture(loaded, text, [hook]), await engine.tokenize(loaded, text)];
    let start = 0;
    const placed = words.map((word) => ({ text: word, start: (start += word.length + 1) - word.length - 1 }));
    return wordVectors(
      placed,
      tokens.map(({ utf16 }) => utf16),
      states[hook].data,
    );
  };
  const simAlign = async (pairs) => {
    const links = { argmax: [], itermax: [] };
    for (const { written } of pairs) {
      const [first, second] = [await vectors(written[0]), await vectors(written[1])];
      links.argmax.push(alignArgmax(first, second));
      links.itermax.push(alignItermax(first, second));
    }
    return links;
  };

  const stories = await loadStories();
  const heldOut = [];
  for (const to of ["de", "es", "hi", "tr"]) {
    const pairs = stories.flatMap(({ texts }) =>
      texts.en.map((first, index) => {
        const second = texts[to][index];
        const spoken = ({ words }) => words.map(({ form }) => form).filter((form) => /[\p{L}\p{N}]/u.test(form));
        return { ...storyPair(first, second), written: [spoken(first), spoken(second)] };
      }),
    );
    const tested = pairs.slice(-200);
    const align = trainAligner(pairs.slice(0, 2000).map(({ words }) => words));
    const ibm1 = tested.map(({ words }) => align(words));
    for (const [by, links] of Object.entries({ ibm1, ...(await simAlign(tested)) })) {
      const score = scoreAlignments(tested.map(({ gold }, i) => ({ proposed: links[i], sure: gold, possible: gold })));
      const { aer: aerPossible } = scoreAlignments(
        tested.map(({ gold, single }, i) => ({ proposed: links[i], sure: single, possible: gold })),
      );
      heldOut.push({ languages: `en-${to}`, by, ...rounded({ ...score, aerPossible }) });
    }
  }
  const gold = [];
  const data = new URL("../../shared/data/", import.meta.url);
  if (existsSync(data)) {
    const lines = (name) => readFileSync(new URL(name, data), "utf8").trim().split("\n");
    const words = (name) => lines(name).map((line) => line.split("\t")[1].split(" "));
    const [english, german] = [words("alignment/sample_eng.txt"), words("alignment/sample_deu.txt")];
    const translated = lines("parallel/tatoeba/deu-eng.deu");
    const cut = (text, language) => splitWords(text, language).map((word) => word.text);
    const others = lines("parallel/tatoeba/deu-eng.eng")
      .slice(0, 300)
      .map((line, index) => [cut(line, "en"), cut(translated[index], "de")]);
    const pairs = english.map((first, index) => ({ written: [first, german[index]] }));
    const scored = lines("alignment/sample_eng_deu.gold").map((line) => {
      const of = (sign) =>
        sortLinks(
          line
            .split("\t")[1]
            .split(" ")
            .filter((entry) => entry.includes(sign))
            .map((entry) => entry.split(sign).map(Number))
            .map(([first, second]) => ({ first, second })),
        );
      return { sure: of("-"), possible: of("p") };
    });
    const ibm1 = pairs.map(({ written }) => proposeAlignment(written, others));
    for (const [by, links] of Object.entries({ ibm1, ...(await simAlign(pairs)) })) {
      gold.push({ by, ...rounded(scoreAlignments(scored.map((one, i) => ({ ...one, proposed: links[i] })))) });
    }
  }
  console.table(heldOut);
  console.table(gold);
  const on = new Date().toISOString().slice(0, 10);
  writeFileSync(`${root}bench/alignment.json`, `${JSON.stringify({ on, model, layer, heldOut, gold }, null, 2)}\n`);
} finally {
  engine.close();
  await modules.close();
}

function rounded(scores) {
  return Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, Number(value.toFixed(3))]));
}
