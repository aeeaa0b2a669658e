// breaks: eslint(no-restricted-imports), eslint(no-restricted-properties), eslint(no-restricted-globals)
import { useState } from "react";
import { engine } from "../engine/engine";

export function impure(): unknown {
  return [useState, engine, Math.random(), fetch("x")];
}
