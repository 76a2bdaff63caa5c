import { useTranslations } from "next-intl";
import { useCountText } from "@/components/ui/use-count-text";

interface ReportCountProps {
  readonly received: number;
  readonly expected: number;
}

/** The reporting rate beside every total: `6/9`, read out as "6 of 9 reports received". */
export function ReportCount({ received, expected }: ReportCountProps) {
  const t = useTranslations("achievements");
  const text = useCountText();
  const counts = { received: text(received), expected: text(expected) };
  return (
    <span className="figure">
      <span aria-hidden>{`${counts.received}/${counts.expected}`}</span>
      <span className="sr-only">{t("reports", counts)}</span>
    </span>
  );
}
