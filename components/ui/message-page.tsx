import type { ReactNode } from "react";
import { MAIN_ID } from "./skip-link";

interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A page that has only one thing to say: not found, not allowed, an error. It says what to do next. */
export function MessagePage({ title, children, actions }: MessagePageProps) {
  return (
    <main id={MAIN_ID} className="mx-auto grid max-w-2xl gap-4 px-4 py-16">
      <h1 className="text-page-phone md:text-page">{title}</h1>
      <div className="grid gap-2 text-quiet">{children}</div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </main>
  );
}
