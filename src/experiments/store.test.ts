import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDocumentStore } from "./store";
import { sampleDefaults } from "./testing";

describe("the document store", () => {
  it("undoes and redoes one step at a time", () => {
    const store = createDocumentStore(sampleDefaults);
    store.getState().edit({ layer: 4 });
    store.getState().edit({ layer: 5 });
    store.getState().undo();
    expect(store.getState().document.layer).toBe(4);
    store.getState().undo();
    expect(store.getState().document).toEqual(sampleDefaults);
    store.getState().redo();
    expect(store.getState().document.layer).toBe(4);
    store.getState().edit({ layer: 9 });
    expect(store.getState().future).toEqual([]);
  });

  it("takes the edits of one gesture as one step, and of two gestures as two (8)", () => {
    const store = createDocumentStore(sampleDefaults);
    for (const strength of [1.5, 2, 2.5]) store.getState().edit({ strength }, "drag-1");
    for (const strength of [3, 3.5]) store.getState().edit({ strength }, "drag-2");
    expect(store.getState().past).toHaveLength(2);
    store.getState().undo();
    expect(store.getState().document.strength).toBe(2.5);
    store.getState().undo();
    expect(store.getState().document.strength).toBe(1);
  });

  it("does not continue a gesture across an undo", () => {
    const store = createDocumentStore(sampleDefaults);
    store.getState().edit({ strength: 2 }, "drag-1");
    store.getState().undo();
    store.getState().edit({ strength: 3 }, "drag-1");
    store.getState().undo();
    expect(store.getState().document.strength).toBe(1);
  });

  it("takes an edit that changes nothing for no step (8)", () => {
    const store = createDocumentStore(sampleDefaults);
    store.getState().edit({ texts: [...sampleDefaults.texts] });
    expect(store.getState().past).toEqual([]);
  });

  it("comes back to where it was after any edits and as many undos (8)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ layer: fc.nat(5), gesture: fc.constantFrom("a", "b", undefined) }), { maxLength: 30 }),
        (edits) => {
          const store = createDocumentStore(sampleDefaults);
          for (const { layer, gesture } of edits) store.getState().edit({ layer }, gesture);
          const last = store.getState().document;
          const steps = store.getState().past.length;
          for (let step = 0; step < steps; step += 1) store.getState().undo();
          expect(store.getState().document).toEqual(sampleDefaults);
          for (let step = 0; step < steps; step += 1) store.getState().redo();
          expect(store.getState().document).toEqual(last);
        },
      ),
    );
  });
});
