import { useState } from "react";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { showDate } from "../format";
import { labEntry } from "../labs";
import { SavedCover } from "./SavedCover";
import { keep, remove, type Saved } from "./store";

export interface SavedEntryProps {
  readonly item: Saved;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onOpen: () => void;
}

/** A line of the list of saved experiments: opened, chosen for a comparison, renamed, deleted. */
export function SavedEntry({ item, chosen, onChoose, onOpen }: SavedEntryProps) {
  /** The new name while it is typed. */
  const [typed, setTyped] = useState<string | null>(null);
  /** What was typed stays where it cannot be kept. */
  async function rename(): Promise<void> {
    const name = typed?.trim() || item.name;
    if (name === item.name || (await keep([{ ...item, name }]))) setTyped(null);
  }
  return (
    <li>
      <div className="saved-name">
        {typed === null ? (
          <button type="button" className="link-button" onClick={onOpen}>
            {item.name}
          </button>
        ) : (
          <Field label="New name" value={typed} maxLength={200} onChange={setTyped} onSubmit={() => void rename()} />
        )}
        <span className="note numeric">
          {labEntry(item.lab).title}, {showDate(item.on.slice(0, 10))}
        </span>
      </div>
      <div className="saved-finding">
        <p className="saved-headline">{item.headline}</p>
        <SavedCover item={item} />
      </div>
      <div className="row">
        <label className="checkbox">
          <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
          <span>
            Compare<span className="hidden-text"> {item.name}</span>
          </span>
        </label>
        {typed === null ? (
          <Button kind="quiet" label={`Rename ${item.name}`} onClick={() => setTyped(item.name)}>
            Rename
          </Button>
        ) : (
          <>
            <Button kind="quiet" onClick={() => void rename()}>
              Keep this name
            </Button>
            <Button kind="quiet" onClick={() => setTyped(null)}>
              Cancel
            </Button>
          </>
        )}
        <Button kind="quiet" label={`Delete ${item.name}`} onClick={() => void remove([item])}>
          Delete
        </Button>
      </div>
    </li>
  );
}
