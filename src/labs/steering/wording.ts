/** A strength in words: "1 class distance", "−0.5 class distances". */
export function classDistances(strength: number): string {
  return `${shown(strength)} class ${Math.abs(strength) === 1 ? "distance" : "distances"}`;
}

/** With at most two digits behind the point, and a minus that is one. */
export function shown(strength: number): string {
  return String(Number(strength.toFixed(2))).replace("-", "−");
}
