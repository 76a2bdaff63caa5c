import type { ReactNode } from "react";
import { MAIN_ID } from "./skip-link";

interface MessageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** The one thing that a page has to say, and what to do next; for inside a page's frame. */
export function Message({ title, children, actions }: MessageProps) {
  return (
    <div className="mx-auto grid max-w-2xl gap-4 py-12">
      <h1 className="text-page-phone md:text-page">{title}</h1>
      <div className="grid gap-2 text-quiet">{children}</div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}

/** A whole page that has only one thing to say: an error, or an address outside every frame. */
export function MessagePage(props: MessageProps) {
  return (
    <main id={MAIN_ID} className="px-4 py-4">
      <Message {...props} />
    </main>
  );
}
