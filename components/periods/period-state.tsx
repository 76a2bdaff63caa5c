import { useTranslations } from "next-intl";
import { Mark } from "@/components/ui/mark";
import { useDateText } from "@/components/ui/use-date-text";
import type { PeriodState, PeriodStanding } from "@/domain/deadlines";

/** Whether a period takes entries: its shape and its word, with the day on which that ends by itself. */
export function PeriodStateMark({ state, untilOn }: PeriodStanding) {
  const t = useTranslations("periodSettings.state");
  const dateText = useDateText();
  const word =
    untilOn === null ? t(state) : t(state === "open" ? "openUntil" : "reopened", { date: dateText(untilOn) });
  return <Mark shape={<StateShape state={state} />}>{word}</Mark>;
}

function StateShape({ state }: { readonly state: PeriodState }) {
  switch (state) {
    case "not_begun":
      return <circle cx="7" cy="7" r="5.6" strokeDasharray="2.4 2" />;
    case "open":
      return <circle cx="7" cy="7" r="5.6" />;
    case "locked":
      return <rect x="1.6" y="1.6" width="10.8" height="10.8" fill="currentColor" />;
    case "reopened":
      return <rect x="1.6" y="1.6" width="10.8" height="10.8" />;
  }
}
