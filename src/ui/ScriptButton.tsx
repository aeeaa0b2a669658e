import { Button } from "./Button";
import { download } from "./csv";

export interface ScriptButtonProps {
  readonly name: string;
  readonly load: () => Promise<{ readonly default: string }>;
}

/** Downloads a Python script, which is fetched when it is asked for. */
export function ScriptButton({ name, load }: ScriptButtonProps) {
  async function save(): Promise<void> {
    download(name, (await load()).default, "text/x-python");
  }
  return (
    <Button kind="quiet" onClick={() => void save()}>
      Download {name}
    </Button>
  );
}
