import Link from "next/link";
import { useTranslations } from "next-intl";
import { useProseCount } from "@/components/ui/use-count-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { PlanRowView, TermPlansView } from "@/server/loaders/plan-settings";
import { PlanChangeList } from "./plan-change-list";

/** How many measures have a plan, then all of them with what is promised for the term and each year. */
export function PlanTable({ view }: { readonly view: TermPlansView }) {
  const t = useTranslations("planSettingsPage");
  const prose = useProseCount();
  const planned = view.rows.filter(({ isJudged }) => !isJudged);
  const counts = { have: planned.filter(({ hasPlan }) => hasPlan).length, all: planned.length };
  // Most terms promise the same every year: a year without any plan of its own would be a column of dashes.
  const shown = view.years.map((_, index) => view.rows.some(({ years }) => years[index] != null));
  const changed = view.rows.filter(({ changes }) => changes.length > 0).length;
  return (
    <div className="grid grid-cols-1 gap-4">
      <h1 className="text-page-phone md:text-page">
        {t("sentence", { count: view.rows.length, ...counts, changed, changedShown: prose(changed) })}
      </h1>
      {view.rows.length === 0 ? (
        <p className="text-quiet">{t("empty")}</p>
      ) : (
        <Table caption={t("caption", { term: view.term.name })}>
          <TableHead>
            <tr>
              <HeadCell>{t("measure")}</HeadCell>
              <HeadCell numeric>{t("term")}</HeadCell>
              {view.years
                .filter((_, index) => shown[index])
                .map((year) => (
                  <HeadCell key={year} numeric>
                    {year}
                  </HeadCell>
                ))}
              <HeadCell className="max-md:hidden">{t("provenance")}</HeadCell>
              <HeadCell className="max-md:hidden">{t("changes")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {view.rows.map((row) => (
              <PlanRow key={row.code} row={row} termCode={view.term.code} shown={shown} />
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

interface PlanRowProps {
  readonly row: PlanRowView;
  readonly termCode: string;
  /** Of each year, whether it has a column. */
  readonly shown: readonly boolean[];
}

function PlanRow({ row, termCode, shown }: PlanRowProps) {
  const t = useTranslations("planSettingsPage");
  const provenance = row.isJudged ? "-" : t(`provenances.${row.provenance}`);
  const address = `/settings/terms/${encodeURIComponent(termCode)}/measures/${encodeURIComponent(row.code)}/plan`;
  return (
    <Row>
      <HeadCell scope="row" className="md:min-w-56">
        {row.isJudged ? (
          row.name
        ) : (
          <Link href={address} className="underline">
            {row.name}
          </Link>
        )}
        {row.target !== row.name && <span className="block font-normal text-quiet">{row.target}</span>}
        <div className="text-small font-normal md:hidden">
          {!row.isJudged && <p className="text-quiet">{t("provenanceOf", { provenance })}</p>}
          <PlanChangeList changes={row.changes} />
        </div>
      </HeadCell>
      <Cell numeric>{row.isJudged ? t("judged") : (row.term ?? "-")}</Cell>
      {row.years.map(
        (plan, index) =>
          shown[index] && (
            <Cell key={index} numeric>
              {plan ?? "-"}
            </Cell>
          ),
      )}
      <Cell className="whitespace-nowrap max-md:hidden">{provenance}</Cell>
      <Cell className="min-w-64 max-md:hidden">
        {row.changes.length === 0 ? "-" : <PlanChangeList changes={row.changes} />}
      </Cell>
    </Row>
  );
}
