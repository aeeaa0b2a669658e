import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Checkbox";
import { FileField } from "../../../ui/FileField";
import { languageOf } from "../../../ui/languages";
import { TextArea } from "../../../ui/TextArea";
import type { Problem } from "../../../result";
import { addOwnVectors, ownVectors } from "../own-vectors";
import type { VocabularyProps } from "./settings";

const sides = [
  { key: "sourceVectors", label: "Word vectors of the old languages (.vec)" },
  { key: "targetVectors", label: "Word vectors of the new ones (.vec)" },
] as const;

/** Static word vectors from files in the place of those that are made from the lab's sentences. */
export function VectorFiles({ settings, set }: VocabularyProps) {
  const given = sides.filter(({ key }) => settings[key] !== "");
  return (
    <div className="stack-close">
      {sides.map(({ key, label }) => (
        <FileField
          key={key}
          label={label}
          accept=".vec,.txt,text/plain"
          take={async (file): Promise<Problem | null> => {
            const added = await addOwnVectors(file);
            if (!added.ok) return added.problem;
            set({ [key]: added.value });
            return null;
          }}
        />
      ))}
      <p className="note">
        {given.length === 0
          ? "Without files vectors of 64 dimensions are made from the lab’s sentences. Two files must lie in one space, as the aligned ones of fastText, or be rotated by a dictionary; one file may hold both."
          : `${given.map(({ key }) => said(settings[key])).join(" ")}${given.length === 1 ? " It is read for both sides." : ""}`}
      </p>
      {settings.sourceVectors !== "" && settings.targetVectors !== "" ? (
        <RotationControls settings={settings} set={set} />
      ) : null}
      {given.length === 0 ? null : (
        <Button kind="quiet" onClick={() => set({ sourceVectors: "", targetVectors: "" })}>
          Without the files
        </Button>
      )}
    </div>
  );
}

/** For two files that were made apart: their spaces are brought together by pairs of words. */
function RotationControls({ settings, set }: VocabularyProps) {
  return (
    <>
      <Checkbox
        label="Rotate the old languages’ vectors onto the new ones’"
        checked={settings.rotate}
        onChange={(rotate) => set({ rotate })}
      />
      {settings.rotate ? (
        <TextArea
          label="Dictionary"
          value={settings.dictionary}
          maxLength={50_000}
          rows={3}
          mono
          help={`A pair a line: the old word, a tab, the new one. Empty: words that IBM Model 1 links in the lab’s sentences, from ${languageOf(settings.from).name}.`}
          onChange={(dictionary, gesture) => set({ dictionary }, gesture)}
        />
      ) : null}
    </>
  );
}

function said(id: string): string {
  const vectors = ownVectors.get(id);
  const name = id.replace(/^vec:/, "").replace(/-\d+$/, "");
  if (!vectors) return `${name} is not in this page: load it again.`;
  const [first] = vectors.values();
  return `${name}: ${vectors.size.toLocaleString("en")} words, ${first?.length ?? 0} dimensions.`;
}
