/** A new identity of 32 hexadecimal digits. `crypto.randomUUID` is missing where a page comes by plain http, as in a classroom. */
export function newIdentity(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
