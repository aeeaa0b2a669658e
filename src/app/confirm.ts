import { createStore } from "zustand/vanilla";
import { LabError } from "../result";

export interface Asked {
  readonly reference: string;
  readonly answer: (fetch: boolean) => void;
}

/** The question that is open: whether a checkpoint may be fetched from the hub. */
export const confirmation = createStore<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

/** Resolves when the user lets the checkpoint be fetched; throws `cancelled` otherwise. Nothing is fetched before. */
export async function confirmDownload(reference: string): Promise<void> {
  const agreed = await new Promise<boolean>((resolve) => {
    confirmation.getState().asked?.answer(false);
    confirmation.setState({
      asked: {
        reference,
        answer: (fetch) => {
          confirmation.setState({ asked: null });
          resolve(fetch);
        },
      },
    });
  });
  if (!agreed) {
    throw new LabError({
      code: "cancelled",
      what: `${reference} was not fetched.`,
      remedy: "Press Run again to fetch it, or choose an embedded checkpoint.",
    });
  }
}
