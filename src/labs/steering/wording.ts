/** A strength in words: "1 class distance", "−0.5 class distances". */
export function classDistances(strength: number): string {
  const number = String(Number(strength.toFixed(2))).replace("-", "−");
  return `${number} class ${Math.abs(strength) === 1 ? "distance" : "distances"}`;
}
