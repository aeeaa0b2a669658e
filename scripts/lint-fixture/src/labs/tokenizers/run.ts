// breaks: eslint(no-restricted-imports)
import { merge } from "../merging/run";

export const tokenize = merge;
