// breaks: eslint(no-restricted-imports)
import { shell } from "../../app/shell";

export const merge = shell;
