import { useState } from "react";
import { useStore } from "zustand";
import type { Document } from "../../../experiments/documents/tokenizers";
import { Details } from "../../../ui/Details";
import { Select } from "../../../ui/Select";
import { describeTokenizer, encoderAtHand } from "../encoders";
import { ownTokenizers } from "../own-tokenizers";
import { ChunkSplitter } from "./ChunkSplitter";
import { ReplayPanel } from "./ReplayPanel";
import { VocabularyBrowser } from "./VocabularyBrowser";

/** Inside one tokenizer: how words became tokens, and what lies in its vocabulary. Only of those that are in the page. */
export function Inside({ document }: { readonly document: Document }) {
  useStore(ownTokenizers);
  const encoders = document.tokenizers.map(encoderAtHand).filter((encoder) => encoder?.replaying !== undefined);
  const [wanted, setWanted] = useState(document.ranked);
  const encoder = encoders.find((one) => one?.id === wanted) ?? encoders[0];
  return (
    <section className="stack" aria-label="Inside a tokenizer">
      <h2>How words become tokens</h2>
      {encoder ? (
        <>
          <Select
            label="Look inside"
            value={encoder.id}
            options={encoders.flatMap((one) => (one ? { value: one.id, label: describeTokenizer(one.id).name } : []))}
            onChange={setWanted}
          />
          <ReplayPanel key={encoder.id} encoder={encoder} text={document.text} />
          <Details costly summary="The text in chunks of so many tokens">
            <ChunkSplitter key={encoder.id} encoder={encoder} text={document.text} />
          </Details>
          <Details costly summary="Its vocabulary: search, scripts, lengths, overlap with another">
            <VocabularyBrowser
              key={encoder.id}
              encoder={encoder}
              others={encoders.flatMap((one) => (one && one !== encoder ? one : []))}
            />
          </Details>
        </>
      ) : (
        <p className="note">Press Run: then the vocabularies are here and each step from letters to tokens is shown.</p>
      )}
    </section>
  );
}
