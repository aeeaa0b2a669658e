import type { Source } from "./source";
import { lazily } from "../../../ui/lazily";

export const agents: Source = {
  id: "agents",
  name: "Agents",
  rule: "A model writes to a scenario; programs measure ratio and fluency, the model gives its opinion on the rest; what falls short is refined once and judged again.",
  reference: "Xie et al. 2025, SwitchLingua (LinguaMaster)",
  Controls: lazily(async () => ({ default: (await import("../agents/AgentsControls")).AgentsControls })),
  async *run({ agents: settings, seed }, tools) {
    const { runAgents } = await import("../agents/run");
    yield* runAgents({ ...settings, seed }, tools);
  },
};
