"use client"; // closes on Escape, or when what it was opened for is done; opens without JavaScript too

import clsx from "clsx";
import { createContext, useContext, useMemo, useRef, type ReactNode } from "react";
import { foldAway, useFoldKeys } from "./use-fold-keys";

interface FoldProps {
  /** The words that are pressed. */
  readonly summary: ReactNode;
  /** What the words are about, where several folds of a page have the same. */
  readonly label?: string;
  readonly className?: string;
  readonly summaryClassName?: string;
  readonly children: ReactNode;
}

const Context = createContext<{ readonly close: () => void }>({ close: () => undefined });

/** For a form inside a fold: closes it when it is done, and gives the keyboard back to what opened it. */
export function useFold() {
  return useContext(Context);
}

/** Words that unfold what is below them, in the browser's own element. */
export function Fold({ summary, label, className, summaryClassName, children }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  const keys = useFoldKeys();
  const context = useMemo(() => ({ close: () => foldAway(fold.current) }), []);
  return (
    <details ref={fold} className={className} {...keys}>
      <summary aria-label={label} className={clsx("w-fit underline", summaryClassName)}>
        {summary}
      </summary>
      <Context value={context}>{children}</Context>
    </details>
  );
}
