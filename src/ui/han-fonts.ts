/**
 * Fetches the list of the faces of Han and kana, two hundred files by range, once the page draws such a character: the browser has
 * then loaded the face that stands for them.
 */
export function fetchHanWhenDrawn(fonts: FontFaceSet): void {
  const look = ({ fontfaces }: FontFaceSetLoadEvent) => {
    if (!fontfaces.some(({ family }) => family.includes("Noto Sans Han"))) return;
    fonts.removeEventListener("loadingdone", look);
    void import("./han.css");
  };
  fonts.addEventListener("loadingdone", look);
}
