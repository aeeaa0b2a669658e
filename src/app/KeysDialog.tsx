import { Dialog } from "./Dialog";

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const command = mac ? "⌘" : "Ctrl";

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [[command, "Enter"], "run"],
  [["Esc"], "stop the run"],
  [[command, "K"], "search labs, questions, lessons, systems, words, settings, actions"],
  [[command, "Z"], "undo; a drag, or typing in one go, is one step"],
  [[command, "Shift", "Z"], "redo"],
  [["←", "→", "↑", "↓"], "walk token strips, heat maps, curves and layers"],
  [["Enter"], "choose what is focused in a figure"],
  [["?"], "this list"],
];

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="keys">
        {keys.map(([combination, what]) => (
          <div key={what}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Words underlined with dots say what they mean when they are pointed at or pressed.{" "}
        <a href="#/words" onClick={onClose}>
          All words
        </a>
      </p>
    </Dialog>
  );
}
