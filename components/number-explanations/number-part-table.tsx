import { useTranslations } from "next-intl";
import Link from "next/link";
import { ReportCount } from "@/components/achievements/report-count";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { figureAddress } from "@/components/submissions/figure-address";
import type { NumberAddress } from "@/domain/number-names";
import type { NumberExplanationView, NumberPart, PartLink } from "@/server/loaders/number-explanation-views";
import { EntryLines } from "./entry-lines";
import { explainAddress } from "./explain-address";

interface NumberPartTableProps {
  readonly view: NumberExplanationView;
  /** Going down stays one step of the browser's history, so that closing the panel goes back to the page. */
  readonly inPanel: boolean;
}

/** The years, periods or units' figures behind a number; each leads further down. */
export function NumberPartTable({ view, inPanel }: NumberPartTableProps) {
  const t = useTranslations("explain.parts");
  const names = useTranslations("explain.part");
  const { parts, nLabel, dLabel } = view;
  if (parts === null) return null;
  if (parts.rows.length === 0) return <p className="text-quiet">{t("empty")}</p>;
  const of = parts.of === "years" ? "year" : parts.of === "periods" ? "period" : "unit";
  const ofUnits = parts.of === "units";
  return (
    <Table caption={t(parts.of)} captionVisible>
      <TableHead>
        <tr>
          <HeadCell>{t(of)}</HeadCell>
          {parts.hasBase && (
            <HeadCell numeric className="max-md:px-1">
              {nLabel ?? names("n")}
            </HeadCell>
          )}
          {parts.hasBase && (
            <HeadCell numeric className="max-md:px-1">
              {dLabel ?? names("d")}
            </HeadCell>
          )}
          <HeadCell numeric className="max-md:px-1">
            {t(ofUnits ? "unitValue" : "value")}
          </HeadCell>
          {parts.of === "periods" && (
            <HeadCell numeric className="max-md:px-1">
              {t("reports")}
            </HeadCell>
          )}
          {ofUnits && <HeadCell className="max-md:hidden">{t("entry")}</HeadCell>}
        </tr>
      </TableHead>
      <tbody>
        {parts.rows.map((part) => (
          <PartRow key={part.key} part={part} view={view} inPanel={inPanel} hasBase={parts.hasBase} />
        ))}
      </tbody>
    </Table>
  );
}

interface PartRowProps extends NumberPartTableProps {
  readonly part: NumberPart;
  readonly hasBase: boolean;
}

function PartRow({ part, view, inPanel, hasBase }: PartRowProps) {
  const { label, n, d, value, reports, link, entry } = part;
  return (
    <Row className="print:break-inside-avoid">
      <HeadCell scope="row" plain className="md:min-w-24">
        {link === null ? (
          label
        ) : (
          <Link href={partAddress(link, view)} prefetch={false} replace={inPanel && link.to !== "figure"}>
            {label}
          </Link>
        )}
        {/* On a phone a column of its own would be a word wide. */}
        {entry && (
          <div className="text-small md:hidden">
            <EntryLines entry={entry} />
          </div>
        )}
      </HeadCell>
      {hasBase && (
        <Cell numeric className="max-md:px-1">
          {n ?? "-"}
        </Cell>
      )}
      {hasBase && (
        <Cell numeric className="max-md:px-1">
          {d ?? "-"}
        </Cell>
      )}
      <Cell numeric className="font-semibold max-md:px-1">
        {value ?? "-"}
      </Cell>
      {reports && (
        <Cell numeric className="text-small text-quiet max-md:px-1">
          <ReportCount {...reports} />
        </Cell>
      )}
      {entry && (
        <Cell className="text-small max-md:hidden">
          <EntryLines entry={entry} />
        </Cell>
      )}
    </Row>
  );
}

/** One level down: the year or period of the same measure and unit, or the history of one figure. */
function partAddress(link: PartLink, { measure, unit, state }: NumberExplanationView): string {
  if (link.to === "figure") return figureAddress({ ...link, termCode: state.termId, measureCode: measure.id });
  const shared: Pick<NumberAddress, "measureCode" | "unitCode"> = { measureCode: measure.id, unitCode: unit?.code };
  const part = link.to === "year" ? { yearId: link.yearId } : { periodKey: link.periodKey };
  return explainAddress({ ...shared, number: link.to, ...part }, state);
}
