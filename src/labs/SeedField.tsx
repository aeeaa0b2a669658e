import { Slider } from "../ui/Slider";

interface SeedFieldProps {
  readonly document: { readonly seed: number };
  readonly edit: (change: { readonly seed: number }, gesture?: string) => void;
  /** What is drawn with it. */
  readonly help: string;
}

/** The seed, the same in every lab. */
export function SeedField({ document, edit, help }: SeedFieldProps) {
  return (
    <Slider
      label="Seed"
      value={document.seed}
      min={0}
      max={9999}
      step={1}
      help={help}
      onChange={(value, gesture) => edit({ seed: Math.round(value) }, gesture)}
    />
  );
}
