import type { Place } from "./places";

/** The settings of the lab in view, by their labels; each is gone to. */
export function settingsInView(): readonly Place[] {
  const lab = document.querySelector(".lab-head > h1")?.textContent ?? "";
  return [...document.querySelectorAll<HTMLElement>(".lab-controls :is(label, legend)")].flatMap((label) => {
    const title = label.textContent.trim();
    const control = label instanceof HTMLLabelElement ? label.control : label.parentElement?.querySelector("input");
    // The options of a choice are found by it.
    if (!control || title === "" || (label instanceof HTMLLabelElement && isOption(control))) return [];
    const help = control.getAttribute("aria-describedby");
    return {
      kind: "Setting" as const,
      title,
      detail: `${lab}, as it is open. ${(help && document.getElementById(help)?.textContent) ?? ""}`,
      more: label instanceof HTMLLegendElement ? (label.parentElement?.textContent ?? "") : "",
      go: () => leadTo(control),
    };
  });
}

function isOption(control: HTMLElement): boolean {
  return control instanceof HTMLInputElement && control.type === "radio";
}

/** Brings a control into view, opens what it is folded into, and gives it the focus. */
export function leadTo(control: HTMLElement): void {
  for (let folded = control.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) {
    folded.open = true;
  }
  control.focus();
  control.scrollIntoView({ block: "center" });
}
