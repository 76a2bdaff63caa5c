import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Mark } from "@/components/ui/mark";
import type { ExplanationStatus } from "@/domain/explanations";

const TONES: Record<ExplanationStatus, string> = {
  open: "text-attention",
  answered: "text-on-track",
  closed: "text-met",
  withdrawn: "text-none",
};

/** Where a question stands: a shape and a word, then a colour. */
export function ExplanationMark({ status }: { readonly status: ExplanationStatus }) {
  const t = useTranslations("explanations.status");
  return (
    <Mark className={clsx("font-semibold whitespace-nowrap", TONES[status])} shape={<StatusShape status={status} />}>
      {t(status)}
    </Mark>
  );
}

function StatusShape({ status }: { readonly status: ExplanationStatus }) {
  switch (status) {
    case "open":
      return <path d="M3.6 4.6a3.4 3.2 0 1 1 5 2.8C7.4 8 7 8.6 7 9.6M7 11.6v1.2" strokeWidth="1.8" />;
    case "answered":
      return <path d="M1.4 2h11.2v7.6H6.2L3.4 12.4V9.6h-2Z" />;
    case "closed":
      return <path d="m1.8 7.4 3.6 3.8 6.8-8" strokeWidth="2.2" />;
    case "withdrawn":
      return <path d="M12 7H3M6.6 3.2 2.8 7l3.8 3.8" strokeWidth="2" />;
  }
}
