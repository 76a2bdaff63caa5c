import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { FigureHistoryView, TotalView } from "@/server/loaders/figure-history-views";

/** The totals of the period that the figure enters, from its unit upwards: accepted and provisional side by side. */
export function EnteredTotals({ view }: { readonly view: FigureHistoryView }) {
  const t = useTranslations("figureHistory.totals");
  if (view.totals.length === 0) return null;
  return (
    <section aria-labelledby="totals" className="grid grid-cols-1 gap-1">
      <h2 id="totals" className="text-section">
        {t("title")}
      </h2>
      <Table caption={t("caption", { measure: view.measureName, period: view.periodName })}>
        <TableHead>
          <tr>
            <HeadCell>{t("unit")}</HeadCell>
            <HeadCell numeric>{t("accepted")}</HeadCell>
            <HeadCell numeric>{t("provisional")}</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {view.totals.map(({ unitId, unitName, accepted, provisional }) => (
            <Row key={unitId}>
              <HeadCell scope="row" plain className="min-w-28">
                {unitName}
              </HeadCell>
              <Total total={accepted} />
              <Total total={provisional} />
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Total({ total }: { readonly total: TotalView }) {
  const t = useTranslations("figureHistory.totals");
  const { value, parts, received, expected } = total;
  return (
    <Cell numeric>
      <span className="font-semibold">{value ?? "-"}</span>
      {parts && <span className="block text-small text-quiet">{parts}</span>}
      <span className="block text-small text-quiet">{t("reports", { received, expected })}</span>
    </Cell>
  );
}
