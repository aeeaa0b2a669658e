import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { type Attribute, elementTypes, type Initialiser, type OnnxGraph, type OnnxNode, type ValueInfo } from "./model";

const irVersion = 8;
const opset = 17;
const producer = "babelscope";
const attributeTypes = { float: 1, int: 2, graph: 5, ints: 7 } as const;

/** `ModelProto` bytes (onnx.proto, IR version 8) of a graph over opset 17 and `com.microsoft` 1. */
export function writeModel(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(irVersion);
  writer.tag(2, WireType.LengthDelimited).string(producer);
  message(writer, 7, (to) => writeGraph(to, graph));
  message(writer, 8, (to) => to.tag(1, WireType.LengthDelimited).string("").tag(2, WireType.Varint).int64(opset));
  message(writer, 8, (to) =>
    to.tag(1, WireType.LengthDelimited).string("com.microsoft").tag(2, WireType.Varint).int64(1),
  );
  return writer.finish();
}

function message(writer: BinaryWriter, field: number, write: (to: BinaryWriter) => unknown): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function writeGraph(writer: BinaryWriter, graph: OnnxGraph): void {
  for (const node of graph.nodes) message(writer, 1, (to) => writeNode(to, node));
  writer.tag(2, WireType.LengthDelimited).string(graph.name);
  for (const initialiser of graph.initialisers) message(writer, 5, (to) => writeInitialiser(to, initialiser));
  for (const input of graph.inputs) message(writer, 11, (to) => writeValueInfo(to, input));
  for (const output of graph.outputs) message(writer, 12, (to) => writeValueInfo(to, output));
}

function writeNode(writer: BinaryWriter, node: OnnxNode): void {
  for (const input of node.inputs) writer.tag(1, WireType.LengthDelimited).string(input);
  for (const output of node.outputs) writer.tag(2, WireType.LengthDelimited).string(output);
  writer.tag(3, WireType.LengthDelimited).string(node.name);
  writer.tag(4, WireType.LengthDelimited).string(node.op);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    message(writer, 5, (to) => writeAttribute(to, name, attribute));
  }
  if (node.domain) writer.tag(7, WireType.LengthDelimited).string(node.domain);
}

function writeAttribute(writer: BinaryWriter, name: string, attribute: Attribute): void {
  writer.tag(1, WireType.LengthDelimited).string(name);
  switch (attribute.kind) {
    case "float":
      writer.tag(2, WireType.Bit32).float(attribute.value);
      break;
    case "int":
      writer.tag(3, WireType.Varint).int64(attribute.value);
      break;
    case "graph":
      message(writer, 6, (to) => writeGraph(to, attribute.value));
      break;
    case "ints":
      for (const value of attribute.value) writer.tag(8, WireType.Varint).int64(value);
      break;
  }
  writer.tag(20, WireType.Varint).int32(attributeTypes[attribute.kind]);
}

function writeInitialiser(writer: BinaryWriter, initialiser: Initialiser): void {
  for (const size of initialiser.dims) writer.tag(1, WireType.Varint).int64(size);
  writer.tag(2, WireType.Varint).int32(elementTypes[initialiser.type]);
  writer.tag(8, WireType.LengthDelimited).string(initialiser.name);
  const { data } = initialiser;
  if (data.kind === "inline") {
    writer.tag(9, WireType.LengthDelimited).bytes(data.bytes);
    return;
  }
  const entries = { location: data.location, offset: String(data.offset), length: String(data.length) };
  for (const [key, value] of Object.entries(entries)) {
    message(writer, 13, (to) =>
      to.tag(1, WireType.LengthDelimited).string(key).tag(2, WireType.LengthDelimited).string(value),
    );
  }
  writer.tag(14, WireType.Varint).int32(1);
}

function writeValueInfo(writer: BinaryWriter, info: ValueInfo): void {
  writer.tag(1, WireType.LengthDelimited).string(info.name);
  message(writer, 2, (type) =>
    message(type, 1, (tensor) => {
      tensor.tag(1, WireType.Varint).int32(elementTypes[info.type]);
      message(tensor, 2, (shape) => {
        for (const dim of info.dims) {
          message(shape, 1, (to) => {
            if (typeof dim === "string") to.tag(2, WireType.LengthDelimited).string(dim);
            else to.tag(1, WireType.Varint).int64(dim);
          });
        }
      });
    }),
  );
}
