/** Chat templates that a recipe may name as mergekit does, as Jinja text. */
const named: Readonly<Record<string, string>> = {
  chatml:
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
  alpaca:
    "{% for message in messages %}{% if message['role'] == 'system' %}{{ message['content'] + '\\n\\n' }}{% elif message['role'] == 'user' %}{{ '### Instruction:\\n' + message['content'] + '\\n\\n' }}{% else %}{{ '### Response:\\n' + message['content'] + eos_token + '\\n\\n' }}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '### Response:\\n' }}{% endif %}",
  llama3:
    "{{ bos_token }}{% for message in messages %}{{ '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n' + message['content'] | trim + '<|eot_id|>' }}{% endfor %}{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\\n\\n' }}{% endif %}",
};

/** Templates that mergekit ships and this lab does not. */
const elsewhere = ["mistral", "exaone"];

export const chatTemplateNames = ["auto", ...Object.keys(named)];

/** Why a recipe's chat_template cannot be taken: no name that is known here, and no Jinja text (mergekit's own test for that). */
export function chatTemplateFault(template: string): string | undefined {
  if (chatTemplateNames.includes(template) || isJinja(template)) return undefined;
  if (elsewhere.includes(template)) return `The template “${template}” is not held here; paste its Jinja text.`;
  return `“${template.slice(0, 40)}” is neither ${chatTemplateNames.join(", ")} nor Jinja text (at least 20 characters, with a “{”).`;
}

/** The template's text; `auto` is the one that most of the parents have, the first of equals. */
export function chatTemplateText(template: string, ofParents: readonly (string | undefined)[]): string | undefined {
  if (template !== "auto") return named[template] ?? template;
  const counts = new Map<string, number>();
  for (const text of ofParents) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function isJinja(template: string): boolean {
  return template.length >= 20 && template.includes("{");
}
