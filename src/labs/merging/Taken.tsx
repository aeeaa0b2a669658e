import { Button } from "../../ui/Button";
import { hasFile, saveFile } from "../files";
import type { TakenFile } from "./result";

const about: Readonly<Record<TakenFile["format"], string>> = {
  folder:
    "A zip with a Hugging Face folder: model.safetensors, config, tokenizer, a model card and the recipe. Unpack it and give its path to from_pretrained.",
  onnx: "One ONNX file with the weights inside and transformers.js’ input names.",
  skillpack:
    "What the merge changed in the common base, compressed: embeddings by magnitude, matrices by their leading directions.",
};

/** The file that was made. */
export function Taken({ taken }: { readonly taken: TakenFile }) {
  const there = hasFile(taken.id);
  return (
    <section className="stack-close" aria-label="File">
      <h2>To take along</h2>
      <p>
        {about[taken.format]} {megabytes(taken.bytes)}
        {taken.fullBytes === undefined ? "." : `, where the whole change takes ${megabytes(taken.fullBytes)}.`}
      </p>
      <div className="row">
        <Button disabled={!there} onClick={() => saveFile(taken.id)}>
          Download {taken.name}
        </Button>
      </div>
      {there ? null : <p className="note">The file is no longer in this page. Press Run to make it again.</p>}
    </section>
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
