import { Button } from "../../../ui/Button";
import { download } from "../../../ui/csv";
import { ownFiles } from "../own-tokenizers";

/** Downloads a tokenizer of this page as tokenizer.json. */
export function TokenizerFile({ id }: { readonly id: string }) {
  const files = ownFiles.get(id);
  return (
    <Button
      disabled={!files}
      onClick={() => files && download("tokenizer.json", JSON.stringify(files.tokenizer), "application/json")}
      {...(files ? {} : { title: "The tokenizer is no longer in this page. Press Run to make it again." })}
    >
      Download tokenizer.json
    </Button>
  );
}
