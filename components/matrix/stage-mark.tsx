import clsx from "clsx";
import { useTranslations } from "next-intl";
import { MarkShape } from "@/components/ui/mark";
import type { ReportStage } from "@/domain/report-stages";

const TONES: Record<ReportStage, string> = {
  none: "text-quiet",
  not_due: "text-none",
  due: "text-on-track",
  overdue: "text-behind",
  submitted: "text-on-track",
  returned: "text-attention",
  accepted: "text-met",
  late: "text-attention",
  not_applicable: "text-none",
};

interface StageMarkProps {
  readonly stage: ReportStage;
  /** `short` is the one word that fits a column; `full` says it in a legend. */
  readonly words: "short" | "full";
}

/** Where a report stands on a day: a shape over a word in a column, beside it in a sentence; then a colour. */
export function StageMark({ stage, words }: StageMarkProps) {
  const t = useTranslations("matrix");
  const isShort = words === "short";
  return (
    <span
      className={clsx(
        "inline-flex",
        isShort ? "flex-col items-center text-tick whitespace-nowrap" : "items-baseline gap-1.5 text-small",
        TONES[stage],
      )}
    >
      <MarkShape className={isShort ? "size-3.5" : "size-[0.85em] translate-y-px"}>
        <StageShape stage={stage} />
      </MarkShape>
      <span>{t(`${words}.${stage}`)}</span>
    </span>
  );
}

function StageShape({ stage }: Pick<StageMarkProps, "stage">) {
  switch (stage) {
    case "none":
      return <path d="M4.5 7h5" />;
    case "not_due":
      return <circle cx="7" cy="7" r="1.6" fill="currentColor" stroke="none" />;
    case "due":
      return <circle cx="7" cy="7" r="5.4" />;
    case "overdue":
      return <path d="M7 12.6 1 1.6h12Z" fill="currentColor" />;
    case "submitted":
      return <path d="M2 7h9M7.4 3.2 11.2 7l-3.8 3.8" strokeWidth="2" />;
    case "returned":
      return <path d="M12 7H3M6.6 3.2 2.8 7l3.8 3.8" strokeWidth="2" />;
    case "accepted":
      return <path d="m1.8 7.4 3.6 3.8 6.8-8" strokeWidth="2.2" />;
    case "late":
      return (
        <>
          <path d="m1.4 6.4 2.8 3 4.6-5.8" strokeWidth="2" />
          <path d="M1.8 12.6h10.4" />
        </>
      );
    case "not_applicable":
      return (
        <>
          <circle cx="7" cy="7" r="5.4" />
          <path d="M3.4 10.6 10.6 3.4" />
        </>
      );
  }
}
