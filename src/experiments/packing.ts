import { deflateSync, Inflate } from "fflate";
import { fail, ok, type Problem, type Result } from "../result";

/** Longest hash that is read, in characters. */
export const maxLinkCharacters = 16_000;
/** Most bytes that a link may unfold to. */
export const maxInflatedBytes = 256_000;

const headerBytes = 6;
const sliceBytes = 256;

/**
 * Text as base64url: two bytes with the length of what follows the header, four with its CRC-32 taken together with
 * `context`, then raw deflate. Length tells a cut link from an altered one.
 */
export function pack(text: string, context: string): string {
  const deflated = deflateSync(new TextEncoder().encode(text), { level: 9 });
  const bytes = new Uint8Array(headerBytes + deflated.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, deflated.length, true);
  view.setUint32(2, checksum(context, deflated), true);
  bytes.set(deflated, headerBytes);
  return toBase64Url(bytes);
}

/** The text that was packed under the same context, or what is wrong: cut, altered or too large. */
export function unpack(packed: string, context: string): Result<string> {
  const bytes = fromBase64Url(packed);
  if (bytes === null) return fail(altered("It has characters that a link cannot have."));
  if (bytes.length < headerBytes) return fail(cut(packed.length, headerBytes));
  const view = new DataView(bytes.buffer);
  const length = view.getUint16(0, true);
  const deflated = bytes.subarray(headerBytes);
  if (deflated.length < length) return fail(cut(deflated.length, length));
  if (deflated.length > length || view.getUint32(2, true) !== checksum(context, deflated)) {
    return fail(altered("Its checksum does not fit its content."));
  }
  return inflate(deflated);
}

/** Inflates slice by slice and stops at the limit, so that a few kilobytes never become megabytes. */
function inflate(deflated: Uint8Array): Result<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < deflated.length; at += sliceBytes) {
      stream.push(deflated.subarray(at, at + sliceBytes), at + sliceBytes >= deflated.length);
      if (size > maxInflatedBytes) return fail(tooLarge(`It unfolds to more than ${maxInflatedBytes} bytes.`));
    }
    const joined = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(joined));
  } catch {
    return fail(altered("Its content cannot be unfolded."));
  }
}

function cut(have: number, want: number): Problem {
  return {
    code: "link-cut",
    what: "This link is not whole: its end is missing.",
    remedy: "Copy the whole link again; some programs break long links at a line end.",
    facts: { have, want },
  };
}

function altered(why: string): Problem {
  return {
    code: "link-altered",
    what: `This link was changed on its way. ${why}`,
    remedy: "Ask for the link again, or for the experiment as a JSON file.",
  };
}

/** For a hash or a content over the limits. */
export function tooLarge(why: string): Problem {
  return {
    code: "link-too-large",
    what: `This link is too large to be opened. ${why}`,
    remedy: "Ask for the experiment as a JSON file and drop it on the page.",
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // A length of 4n + 1 is no base64: a character is missing.
    return fromBase64Url(text.slice(0, -1));
  }
}

/** CRC-32 (IEEE 802.3) of the context's UTF-8 bytes followed by the content. */
function checksum(context: string, content: Uint8Array): number {
  let crc = 0xffffffff;
  for (const bytes of [new TextEncoder().encode(context), content]) {
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}
