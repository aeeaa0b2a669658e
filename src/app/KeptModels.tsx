import { useEffect } from "react";
import { useStore } from "zustand";
import { Button } from "../ui/Button";
import { showBytes } from "./format";
import { deleteKept, dismissEvicted, kept, refreshKept } from "./kept";
import { sum } from "../vectors";

/** What of the hub's models lies in this browser, and how to be rid of it. */
export function KeptModels() {
  const { repositories, evicted } = useStore(kept);
  useEffect(() => void refreshKept(), []);
  const total = sum([...repositories.values()]);
  return (
    <section className="shelf-part" aria-labelledby="kept-models">
      <h3 id="kept-models">Kept in this browser</h3>
      {evicted.length > 0 ? (
        <div className="shelf-note" role="status">
          <p className="note">
            The browser removed {evicted.map(shortName).join(", ")} to make room. What is used again is downloaded
            again.
          </p>
          <Button kind="quiet" onClick={dismissEvicted}>
            Dismiss
          </Button>
        </div>
      ) : null}
      {repositories.size === 0 ? (
        <p className="note">
          Nothing yet. What is downloaded from the hub stays here, so that no byte is fetched twice.
        </p>
      ) : (
        <>
          <p className="note numeric">{showBytes(total)} in all.</p>
          <ul className="shelf">
            {[...repositories].map(([repository, bytes]) => (
              <li key={repository} className="shelf-item">
                <span className="shelf-title numeric">
                  {shortName(repository)}, {showBytes(bytes)}
                </span>
                <div className="row shelf-tools">
                  <Button
                    kind="quiet"
                    label={`Delete ${shortName(repository)} from this browser`}
                    onClick={() => void deleteKept(repository)}
                  >
                    Delete
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** `owner/name@0123456`: a commit is known by its first digits. */
function shortName(repository: string): string {
  return repository.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, "@$1");
}
