import { Button } from "../../ui/Button";
import { download } from "../../ui/csv";
import { ScriptButton } from "../../ui/ScriptButton";
import type { SteeringResult } from "./result";
import { flagsOf, inWords, leftOut } from "./left-out";
import { traitEnds } from "./traits";
import { ggufOf, heldVector, jsonOf, svecOf, tensorsOf } from "./vector-file";

/** The vector as files, for llama.cpp and for programs of one's own. */
export function TakeAlong({ result }: { readonly result: SteeringResult }) {
  const gguf = ggufOf(result);
  const left = leftOut(result);
  const { strength } = heldVector(result);
  const ends = result.trait ? traitEnds[result.trait] : [result.source, result.target];
  const name = `${ends.join("-")}-layer-${result.layer}`;
  return (
    <section className="stack-close">
      <div className="row">
        <Button
          disabled={!gguf.ok}
          onClick={() => {
            if (gguf.ok) download(`${name}.gguf`, gguf.value, "application/octet-stream");
          }}
        >
          Vector as GGUF
        </Button>
        <Button onClick={() => download(`${name}.safetensors`, tensorsOf(result), "application/octet-stream")}>
          Vector as safetensors
        </Button>
        <Button onClick={() => download(`${name}.svec`, svecOf(result), "application/json")}>Vector as .svec</Button>
        <Button onClick={() => download(`${name}.json`, jsonOf(result), "application/json")}>Vector as JSON</Button>
        <ScriptButton name="steer.py" load={() => import("../../../scripts/steer.py?raw")} />
      </div>
      <p className="note">
        <code>
          python steer.py --model MODEL --vector {name}.json --strength {strength}
          {flagsOf(result)}
        </code>{" "}
        does {left.python.length === 0 ? "the same" : "this"} with transformers
        {left.python.length === 0 ? null : `, but for ${inWords(left.python)}`}; with two files of texts it makes the
        direction anew on a larger model.
      </p>
      {gguf.ok ? (
        <p className="note">
          {result.joined
            ? "The GGUF vector is the sum of what is added:"
            : "The GGUF vector is one class distance long:"}{" "}
          <code>
            --control-vector-scaled {name}.gguf:{strength}
          </code>{" "}
          in llama.cpp{" "}
          {left.llama.length === 0
            ? "gives the strength used here."
            : `adds it at every position behind layer ${result.layer}, and knows nothing of ${inWords(left.llama)}.`}
        </p>
      ) : (
        <p className="note">
          {gguf.problem.what} {gguf.problem.remedy}
        </p>
      )}
    </section>
  );
}
