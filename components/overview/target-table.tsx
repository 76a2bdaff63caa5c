import { useTranslations } from "next-intl";
import type { OverviewView } from "@/server/loaders/overview";
import { TargetRows } from "./target-rows";

type TargetTableProps = Pick<OverviewView, "targets" | "state" | "termName">;

/** One row, one promise. On a phone each row becomes a short page of its own; roles keep it a table for every reader. */
export function TargetTable({ targets, state, termName }: TargetTableProps) {
  const t = useTranslations("overview.table");
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block print:table">
      <caption className="sr-only">{t("caption", { term: termName })}</caption>
      <thead role="rowgroup" className="border-b border-strong text-small text-quiet max-md:sr-only">
        <tr role="row">
          <th role="columnheader" scope="col" className="min-w-8 py-1.5 text-center font-medium">
            <span className="sr-only">{t("position")}</span>
          </th>
          <th role="columnheader" scope="col" className="w-1/3 py-1.5 font-medium">
            {t("target")}
          </th>
          <th role="columnheader" scope="col" className="px-3 py-1.5 text-right font-medium">
            {t("actual")}
          </th>
          <th role="columnheader" scope="col" className="px-3 py-1.5 text-right font-medium max-lg:sr-only">
            {t("plan")}
          </th>
          <th role="columnheader" scope="col" className="w-[24%] px-3 py-1.5 font-medium">
            {t("comparison")}
          </th>
          <th role="columnheader" scope="col" className="px-3 py-1.5 font-medium">
            {t("status")}
          </th>
          <th role="columnheader" scope="col" className="py-1.5 pl-3 text-right font-medium">
            {t("reports")}
          </th>
        </tr>
      </thead>
      {targets.map((target) => (
        <TargetRows key={target.code} target={target} state={state} />
      ))}
    </table>
  );
}
