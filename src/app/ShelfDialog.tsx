import { useRef, useState } from "react";
import { useStore } from "zustand";
import { Button } from "../ui/Button";
import { Details } from "../ui/Details";
import { Field } from "../ui/Field";
import { LanguageTag } from "../ui/LanguageTag";
import { ProblemNote } from "../ui/ProblemNote";
import { Segmented } from "../ui/Segmented";
import { Select } from "../ui/Select";
import { webgpu } from "./capabilities";
import { ChosenModels } from "./ChosenModels";
import { Dialog } from "./Dialog";
import { showBytes, showSeconds } from "./format";
import { KeptModels } from "./KeptModels";
import { ModelSizes } from "./ModelSizes";
import { closeShelf, type Loading, shelf, type ShelfItem } from "./shelf";
import {
  addFiles,
  addFromHub,
  cancelLoad,
  chooseVariant,
  forgetItem,
  inspectItem,
  loadItem,
  unloadItem,
} from "./shelf-actions";

/** The models: those that come with the lab, those from the hub, those from disk. */
export function ShelfDialog() {
  const state = useStore(shelf);
  if (!state.open) return null;
  return (
    <Dialog title="Models" onClose={closeShelf} wide>
      <ul className="shelf">
        {state.items.map((item) => (
          <ShelfRow key={item.id} item={item} />
        ))}
      </ul>
      {state.problem ? <ProblemNote problem={state.problem} /> : null}
      <HubForm />
      <FilesForm />
      <KeptModels />
      <HowModelsRun />
    </Dialog>
  );
}

function ShelfRow({ item }: { item: ShelfItem }) {
  const loaded = useStore(shelf, (state) => state.loaded.get(item.id));
  const loading = useStore(shelf, (state) => state.loading);
  const inspected = useStore(shelf, (state) => state.inspected.get(item.id));
  const busy = loading?.id === item.id;
  return (
    <li className="shelf-item">
      <div className="shelf-title">
        <strong>{item.title}</strong>
        <span className="row">
          {item.languages.map((code) => (
            <LanguageTag key={code} code={code} />
          ))}
        </span>
      </div>
      <p className="note numeric">
        {item.title.startsWith(item.id) ? null : (
          <>
            <code>{item.id}</code>,{" "}
          </>
        )}
        {showBytes(item.weightBytes)}, {item.licence}
        {loaded ? `, loaded on ${loaded.backend === "webgpu" ? "WebGPU" : "WASM"} as ${loaded.weights}` : ""}
      </p>
      <div className="row shelf-tools">
        {inspected || busy ? null : (
          <Button kind="quiet" label={`Sizes of ${item.title}`} onClick={() => void inspectItem(item)}>
            Sizes
          </Button>
        )}
        {busy ? (
          <Button onClick={cancelLoad} label={`Cancel loading ${item.title}`}>
            Cancel
          </Button>
        ) : loaded ? (
          <Button onClick={() => void unloadItem(item.id)} label={`Unload ${item.title}`}>
            Unload
          </Button>
        ) : (
          <Button disabled={loading !== null} onClick={() => void loadItem(item)} label={`Load ${item.title}`}>
            Load
          </Button>
        )}
        {item.source === "embedded" || busy ? null : (
          <Button kind="quiet" onClick={() => void forgetItem(item.id)} label={`Remove ${item.title}`}>
            Remove
          </Button>
        )}
      </div>
      {item.variants && !loaded && !busy ? (
        <Select
          label={`Weight file of ${item.title}`}
          value={item.id}
          options={item.variants.map(({ id, label, weightBytes }) => ({
            value: id,
            label: `${label}, ${showBytes(weightBytes)}`,
          }))}
          onChange={(id) => chooseVariant(item, id)}
        />
      ) : null}
      {inspected ? <ModelSizes inspection={inspected} /> : null}
      {busy ? <LoadingLine loading={loading} /> : null}
    </li>
  );
}

function LoadingLine({ loading }: { loading: Loading }) {
  const { rate } = loading;
  return (
    <div className="shelf-loading">
      <progress value={loading.total > 0 ? loading.done / loading.total : undefined} aria-label="Loading" />
      <p className="note numeric" role="status">
        {loading.phase}
        {loading.phase === "downloading" ? ` ${showBytes(loading.done)} of ${showBytes(loading.total)}` : ""}
        {rate > 0
          ? `, ${showBytes(Math.round(rate))}/s, ${showSeconds((loading.total - loading.done) / rate)} left`
          : ""}
      </p>
    </div>
  );
}

function HubForm() {
  const [reference, setReference] = useState("");
  const [looking, setLooking] = useState(false);
  async function look(wanted: string): Promise<void> {
    setLooking(true);
    if (await addFromHub(wanted)) setReference("");
    setLooking(false);
  }
  return (
    <>
      <div className="shelf-add">
        <Field
          label="From the hub"
          value={reference}
          onChange={setReference}
          onSubmit={() => void look(reference)}
          placeholder="owner/name@revision"
          maxLength={200}
          mono
          help="Looks up size and licence at huggingface.co and puts the model on the shelf: safetensors, ONNX as for transformers.js, or GGUF. Weights are fetched when you press Load or Run."
        />
        <Button disabled={looking || reference.trim() === ""} onClick={() => void look(reference)}>
          {looking ? "Looking it up…" : "Look up"}
        </Button>
      </div>
      <ChosenModels busy={looking} onChoose={(chosen) => void look(chosen)} />
      <TokenForm />
    </>
  );
}

function TokenForm() {
  const token = useStore(shelf, (state) => state.token);
  return (
    <Details summary="Gated models: an access token">
      <div className="field">
        <label className="field-label" htmlFor="hub-token">
          Access token
        </label>
        <input
          id="hub-token"
          className="input"
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={token}
          onChange={(event) => shelf.setState({ token: event.currentTarget.value.trim() })}
        />
        <p className="note">
          Some models open only to people who accepted their terms. A token with read access, made in your settings on
          the hub, opens them here. It stays in this page’s memory, goes to the hub alone, and is gone when the page is
          closed.
        </p>
      </div>
    </Details>
  );
}

function FilesForm() {
  const folder = useRef<HTMLInputElement>(null);
  return (
    <div className="shelf-add">
      <div className="field">
        <span className="field-label">From disk</span>
        <p className="note">
          Drop config.json, tokenizer.json and model.safetensors, or one GGUF file, anywhere on the page, or choose
          their folder. They stay on this machine.
        </p>
      </div>
      <Button onClick={() => folder.current?.click()}>Choose a folder</Button>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label="Folder of a checkpoint"
        // React knows no type for the attribute that every browser has.
        {...{ webkitdirectory: "" }}
        onChange={(event) => {
          void addFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

function HowModelsRun() {
  const { backend, weights } = useStore(shelf);
  const offered = useStore(webgpu, (state) => state.offered);
  return (
    <div className="shelf-how">
      <Segmented
        label="Run on"
        value={backend}
        options={[
          { value: "auto", label: "best there is" },
          { value: "webgpu", label: "WebGPU", disabled: offered === false },
          { value: "wasm", label: "WASM" },
        ]}
        onChange={(value) => shelf.setState({ backend: value })}
      />
      <Select
        label="Weights in memory"
        value={weights}
        options={[
          { value: "auto", label: "what fits this machine" },
          { value: "f32", label: "32-bit floats (exact)" },
          { value: "f16", label: "16-bit floats" },
          { value: "q8", label: "8 bits, blocks of 32" },
          { value: "q4", label: "4 bits, blocks of 32" },
        ]}
        onChange={(value) => shelf.setState({ weights: value })}
      />
    </div>
  );
}
