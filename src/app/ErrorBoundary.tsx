import { Component, type ReactNode } from "react";
import { Button } from "../ui/Button";
import { ProblemNote } from "../ui/ProblemNote";

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What is drawn inside, such as "the results". */
  readonly what: string;
  /** When it changes, drawing is tried again. */
  readonly resetKey: unknown;
}

interface State {
  readonly error: Error | null;
  readonly resetKey: unknown;
}

/** Keeps a part that cannot be drawn from taking the page, and the user's settings, with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ProblemNote
        problem={{
          code: "runtime-failed",
          what: `This page could not draw ${this.props.what}: ${error.message}`,
          remedy: "Your settings are kept. Try again, undo the last change, or press Run to compute anew.",
        }}
      >
        <Button onClick={() => this.setState({ error: null })}>Try again</Button>
      </ProblemNote>
    );
  }
}
