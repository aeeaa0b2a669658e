import type { Problem } from "../result";

/** From this many characters on, some mail and chat programs cut a link. */
export const longLinkCharacters = 2_000;

/** The forms in which an experiment is passed on. */
export interface Shared {
  readonly link: string;
  readonly markdown: string;
  readonly iframe: string;
}

/** Link, Markdown and frame for a hash; `page` is the address of the page without query and hash. */
export function shareForms(page: string, hash: string, title: string): Shared {
  const link = `${page}${hash}`;
  return {
    link,
    markdown: `[${title.replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ")}](${link})`,
    iframe: `<iframe src="${escapeAttribute(`${page}?embed=1${hash}`)}" title="${escapeAttribute(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`,
  };
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** Said instead of a link that could not be opened. */
export const tooLargeForLink: Problem = {
  code: "link-too-large",
  what: "This experiment is too large for a link.",
  remedy: "Send the JSON file instead, or shorten the texts.",
};

/** A warning for a link that cannot be opened (`fits` is false) or that some programs will cut; null for any other. */
export function linkWarning(link: string, fits: boolean): Problem | null {
  if (!fits) return tooLargeForLink;
  if (link.length <= longLinkCharacters) return null;
  return {
    code: "link-too-large",
    what: `This link has ${link.length} characters; some mail and chat programs cut links over ${longLinkCharacters}.`,
    remedy: "Send the JSON file instead, or shorten the texts.",
    facts: { characters: link.length },
  };
}
