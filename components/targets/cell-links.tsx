import { useTranslations } from "next-intl";
import Link from "next/link";
import { askAddress } from "@/components/explanations/explanation-address";
import { figureAddress } from "@/components/submissions/figure-address";
import type { TargetCellView } from "@/server/loaders/targets";

interface CellLinksProps {
  readonly cell: TargetCellView;
  readonly measureCode: string;
  readonly termCode: string;
  readonly mayAsk: boolean;
}

/** From a cell's row to the history of its newest figure, and for the leadership to a question about one. */
export function CellLinks({ cell, measureCode, termCode, mayAsk }: CellLinksProps) {
  const t = useTranslations("targets.cells");
  const { unitCode, unitName, newestPeriod } = cell;
  return (
    <span className="grid gap-0.5 whitespace-nowrap">
      {newestPeriod !== null && (
        <Link href={figureAddress({ termCode, unitCode, periodKey: newestPeriod, measureCode })}>
          {t("history")}
          <span className="sr-only">: {unitName}</span>
        </Link>
      )}
      {mayAsk && cell.endedOn === null && (
        <Link href={askAddress(termCode, { unit: unitCode, measure: measureCode })}>
          {t("ask")}
          <span className="sr-only">: {unitName}</span>
        </Link>
      )}
    </span>
  );
}
