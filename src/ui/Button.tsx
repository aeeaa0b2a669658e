import type { ReactNode, Ref } from "react";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  /** `primary` is the one thing to do on the page; `quiet` looks like text until it is pointed at. */
  readonly kind?: "primary" | "plain" | "quiet";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
  /** Says more than the visible words, where these are short. */
  readonly label?: string;
  readonly title?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onClick,
  kind = "plain",
  type = "button",
  disabled,
  pressed,
  label,
  title,
  ref,
}: ButtonProps) {
  return (
    <button
      ref={ref}
      type={type === "submit" ? "submit" : "button"}
      className={`button button-${kind}`}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label}
      title={title}
    >
      {children}
    </button>
  );
}
