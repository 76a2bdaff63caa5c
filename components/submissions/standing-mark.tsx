import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Mark } from "@/components/ui/mark";
import type { ReportStanding } from "@/server/loaders/report-views";

const TONES: Record<ReportStanding, string> = {
  none: "text-none",
  draft: "text-ink",
  correcting: "text-attention",
  submitted: "text-on-track",
  returned: "text-attention",
  accepted: "text-met",
};

/** Where a report stands: a shape and a word, then a colour. */
export function StandingMark({ standing }: { readonly standing: ReportStanding }) {
  const t = useTranslations("entry.state");
  return (
    <Mark className={clsx("font-semibold", TONES[standing])} shape={<StandingShape standing={standing} />}>
      {t(standing)}
    </Mark>
  );
}

function StandingShape({ standing }: { readonly standing: ReportStanding }) {
  switch (standing) {
    case "none":
      return <circle cx="7" cy="7" r="5.6" />;
    case "draft":
    case "correcting":
      return <path d="M2 12.2h10M3.2 9.4 10 2.6l1.8 1.8L5 11.2l-2.4.6Z" />;
    case "submitted":
      return <path d="M2 7h9M7.4 3.2 11.2 7l-3.8 3.8" strokeWidth="2" />;
    case "returned":
      return <path d="M12 7H3M6.6 3.2 2.8 7l3.8 3.8" strokeWidth="2" />;
    case "accepted":
      return <path d="m1.8 7.4 3.6 3.8 6.8-8" strokeWidth="2.2" />;
  }
}
