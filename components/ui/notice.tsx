import clsx from "clsx";
import type { ReactNode } from "react";

export type NoticeTone = "note" | "done" | "attention" | "problem";

const TONES: Record<NoticeTone, string> = {
  note: "border-hairline text-quiet",
  done: "border-met text-ink",
  attention: "border-attention text-ink",
  problem: "border-behind text-ink",
};

interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  /** Announce it when it appears: `problem` at once, the others when the reader pauses. */
  readonly live?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A message about the page or about what was just done. Its words carry the meaning; the line at its left only helps. */
export function Notice({ tone = "note", title, live = false, className, children }: NoticeProps) {
  const role = live ? (tone === "problem" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={clsx("rounded-r-control border-l-[3px] bg-note px-3 py-2", TONES[tone], className)}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={title ? "mt-0.5" : "text-small"}>{children}</div>}
    </div>
  );
}
