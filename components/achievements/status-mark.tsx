import clsx from "clsx";
import { useTranslations } from "next-intl";
import { TONE_TEXT } from "@/components/charts/tone";
import { MarkShape } from "@/components/ui/mark";
import type { Status } from "@/domain/statuses";
import { STATUS_TONE } from "./tones";

interface StatusMarkProps {
  readonly status: Status;
  /** Another word for the same shape, where the page needs one. */
  readonly word?: string;
  readonly className?: string;
}

/** A status: its shape and its word, then its colour. */
export function StatusMark({ status, word, className }: StatusMarkProps) {
  const t = useTranslations("status");
  return (
    <span
      className={clsx("inline-flex items-baseline gap-1.5 font-semibold", TONE_TEXT[STATUS_TONE[status]], className)}
    >
      <StatusShape status={status} />
      <span>{word ?? t(status)}</span>
    </span>
  );
}

/** The shape alone, for where the word stands in the sentence beside it. */
export function StatusShape({ status }: { readonly status: Status }) {
  return (
    <MarkShape className={clsx("size-[0.8em] translate-y-px", TONE_TEXT[STATUS_TONE[status]])}>
      <StatusPath status={status} />
    </MarkShape>
  );
}

/** One drawing a group of statuses, all within the same square, so that a column of them stands still. */
function StatusPath({ status }: { readonly status: Status }) {
  switch (status) {
    case "met":
    case "reached":
      return <path d="M7 .8 13.2 7 7 13.2.8 7Z" fill="currentColor" />;
    case "exceeded":
      return <path d="M7 1.4 13 12.4H1Z" fill="currentColor" />;
    case "on_track":
      return <circle cx="7" cy="7" r="5.6" fill="currentColor" />;
    case "at_risk":
      return (
        <>
          <circle cx="7" cy="7" r="5.6" />
          <path d="M7 1.4a5.6 5.6 0 0 0 0 11.2Z" fill="currentColor" stroke="none" />
        </>
      );
    case "behind":
    case "not_met":
      return <path d="M7 12.6 1 1.6h12Z" />;
    case "out_of_reach":
      return <path d="m1.8 1.8 10.4 10.4m0-10.4L1.8 12.2" strokeWidth="2.4" />;
    case "no_data":
    case "no_plan":
      return <circle cx="7" cy="7" r="5.6" />;
  }
}
