import type { Plugin } from "vite";

const compiled = /new Function\(Object\.keys\((\w+)\),(\w+)\)\(\.\.\.Object\.values\(\1\)\)/g;

/**
 * ONNX Runtime's builds for WebGPU come with a function that compiles calls into JavaScript from text, which a policy without
 * `unsafe-eval` refuses. The text has four forms only; this reads it instead. The build fails where a release writes it otherwise.
 */
export function withoutEval(): Plugin {
  return {
    name: "without-eval",
    apply: "build",
    transform(code, id) {
      if (!/onnxruntime-web\/dist\/.*\.mjs/.test(id) || !code.includes("new Function")) return null;
      const changed = code.replace(compiled, "babelscopeInvoker($1,$2)");
      if (changed.includes("new Function")) throw new Error(`${id} compiles text in a way that is not known here.`);
      return { code: `${changed}\n${invoker}`, map: null };
    },
  };
}

/** Of what embind would compile: a call, a call of a method, a construction, or the argument alone. */
const invoker = `function babelscopeInvoker(names, body) {
  const readers = Object.keys(names).filter((name) => name.startsWith("argFromPtr")).map((name) => names[name]);
  const { toValue, getStringOrSymbol, emval_returnValue, toReturnWire } = names;
  const constructs = body.includes("new (toValue(handle))");
  const calls = body.includes("toValue(handle)(");
  return (handle, methodName, destructorsRef, args) => {
    const given = readers.map((read, i) => read(args + 8 * i));
    const value = constructs
      ? new (toValue(handle))(...given)
      : getStringOrSymbol
        ? toValue(handle)[getStringOrSymbol(methodName)](...given)
        : calls
          ? toValue(handle)(...given)
          : given.at(-1);
    return emval_returnValue ? emval_returnValue(toReturnWire, destructorsRef, value) : undefined;
  };
}
`;
