import clsx from "clsx";
import type { ReactNode } from "react";

/** What is known of one thing, a line each; on a phone a name stands right above what it names. */
export function Facts({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return <dl className={clsx("grid gap-2", className)}>{children}</dl>;
}

/** One of them, by name. */
export function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 sm:grid-cols-[12rem_1fr]">
      <dt className="text-quiet max-sm:text-small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
