import { createContext, useContext } from "react";
import type { Engine } from "../engine/engine";
import { Button } from "../ui/Button";
import { type Option, Select } from "../ui/Select";

/** A checkpoint that a lab's model field can name. */
export interface ModelChoice {
  /** What a document holds: an embedded id, `owner/name@revision`, or the content hash of dropped files. */
  readonly id: string;
  readonly title: string;
}

/** The checkpoints on the shelf, and the way there. The frame provides it. */
export interface Shelf {
  readonly models: readonly ModelChoice[];
  readonly open: () => void;
  /** The page's engine, for what is done beside a run. */
  readonly engine: () => Promise<Engine>;
}

export const ShelfContext = createContext<Shelf>({
  models: [],
  open: () => undefined,
  engine: () => Promise.reject(new Error("No page is here.")),
});

export interface ModelSelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Chooses one of the checkpoints on the shelf. A checkpoint that a link names and the shelf has not is listed too. */
export function ModelSelect({ label, value, onChange }: ModelSelectProps) {
  const { models, open } = useContext(ShelfContext);
  const options: readonly Option<string>[] = models.some((model) => model.id === value)
    ? models.map(optionOf)
    : [...models.map(optionOf), { value, label: value }];
  return (
    <div className="model-select">
      <Select label={label} value={value} options={options} onChange={onChange} />
      <Button kind="quiet" onClick={open}>
        Other models…
      </Button>
    </div>
  );
}

function optionOf(model: ModelChoice): Option<string> {
  return { value: model.id, label: model.title };
}
