import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { ViewState } from "@/server/loaders/view-state";

interface PrintedViewProps {
  readonly termName: string;
  readonly state: ViewState;
}

/** On paper the controls of the header are gone: term, day and basis stand as a line of text instead. */
export function PrintedView({ termName, state }: PrintedViewProps) {
  const t = useTranslations("nav");
  const date = useDateText()(state.asOf);
  return (
    <p className="print-only text-small">
      {t("printedView", { term: termName, date, basis: t(`basis.${state.basis}Meaning`) })}
    </p>
  );
}
