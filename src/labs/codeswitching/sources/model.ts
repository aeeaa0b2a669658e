import type { Source } from "./source";
import { lazily } from "../../../ui/lazily";

export const model: Source = {
  id: "model",
  name: "A language model",
  rule: "A model writes on, and its language is switched inside it by a plan of spans: language directions on and off token by token, or its vocabulary held to each span’s language. Beside it the same model as it is, and asked in words.",
  reference: "Rimsky et al. 2024 (arXiv 2312.06681) for directions; the schedule is this lab’s",
  Controls: lazily(async () => ({ default: (await import("../model/ModelControls")).ModelControls })),
  async *run({ model: settings, seed }, tools) {
    const { runModel } = await import("../model/run");
    yield* runModel({ ...settings, seed }, tools);
  },
};
