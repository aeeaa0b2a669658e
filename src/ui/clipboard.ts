/** Puts a text on the clipboard; false where the browser refuses. A page that came by plain http has only the old command for it. */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (!clipboard) return copySelection(text);
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copySelection(text: string): boolean {
  const field = document.createElement("textarea");
  field.className = "hidden-text";
  field.value = text;
  // Inside a sheet the focus does not leave it.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  const focused = document.activeElement as HTMLElement | null;
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    focused?.focus();
  }
}
