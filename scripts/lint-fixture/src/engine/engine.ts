// breaks: eslint(no-restricted-imports), typescript(no-floating-promises)
import { shell } from "../app/shell";

export function engine(): void {
  Promise.resolve(shell);
}
