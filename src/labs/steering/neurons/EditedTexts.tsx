import { LanguageTag } from "../../../ui/LanguageTag";
import { SideBySide } from "../../../ui/SideBySide";
import type { NeuronText } from "./result";

const titles = ["Unedited", "Edited", "Random neurons edited"];

/** Prompts as they go on with nothing edited, with chosen neurons edited, and with as many random ones. */
export function EditedTexts({ texts }: { readonly texts: readonly NeuronText[] }) {
  return texts.map(({ prompt, rows }, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- prompts may repeat; their order is their identity
    <section key={at}>
      <h3 className="hidden-text">{prompt}</h3>
      <SideBySide
        items={rows.map(({ text, language }, index) => ({
          id: titles[index]!,
          title: titles[index]!,
          baseline: index === 0,
          note: language === null ? "no language" : <LanguageTag code={language} />,
          children: (
            <p className="passage" dir="auto">
              <bdi className="steering-prompt">{prompt}</bdi>
              <bdi lang={language ?? undefined}>{text}</bdi>
              {text === "" ? <span className="note"> (ends here)</span> : null}
            </p>
          ),
        }))}
      />
    </section>
  ));
}
