import { useEffect, useState } from "react";

/**
 * Files dropped anywhere on the page, folders opened. True while files are held over it.
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => Promise<void>): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    function hold(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    async function take(transfer: DataTransfer): Promise<void> {
      const files = await filesOf(transfer);
      if (files.length > 0) await onFiles(files);
    }
    function end(): void {
      setOver(false);
    }
    function drop(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void take(event.dataTransfer);
    }
    window.addEventListener("dragover", hold);
    window.addEventListener("dragleave", leave);
    // On its way down: a field that takes the file itself does not let it come up again.
    window.addEventListener("drop", end, { capture: true });
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", end, { capture: true });
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
  return over;
}

async function filesOf(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files];
  return (await Promise.all(entries.map(entryFiles))).flat();
}

/** The files of a folder, not of folders inside it. */
async function entryFiles(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    const inside = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (inside.length === 0) return files;
    for (const child of inside) if (child.isFile) files.push(await fileOf(child as FileSystemFileEntry));
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
