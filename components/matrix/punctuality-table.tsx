import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { MatrixView } from "@/server/loaders/report-matrix-views";

type PunctualityTableProps = Pick<MatrixView, "units" | "total" | "termName">;

/** How punctual and complete each unit was over the term so far: in the official order, as counts, never as a rank. */
export function PunctualityTable({ units, total, termName }: PunctualityTableProps) {
  const t = useTranslations("matrix.punctuality");
  return (
    <Table caption={t("caption", { term: termName })} captionVisible fits>
      <TableHead>
        <tr>
          <HeadCell className="md:min-w-60">{t("unit")}</HeadCell>
          <HeadCell numeric>{t("inTime")}</HeadCell>
          <HeadCell numeric>{t("complete")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {units.map(({ unitId, unitName, ...counts }) => (
          <Row key={unitId}>
            <HeadCell scope="row" plain>
              {unitName}
            </HeadCell>
            <Counts {...counts} />
          </Row>
        ))}
        {units.length > 1 && (
          <Row>
            <HeadCell scope="row">{t("all")}</HeadCell>
            <Counts {...total} />
          </Row>
        )}
      </tbody>
    </Table>
  );
}

function Counts({ inTime, due, received, expected }: MatrixView["total"]) {
  return (
    <>
      <Cell numeric>{due === 0 ? "-" : `${inTime}/${due}`}</Cell>
      <Cell numeric>{expected === 0 ? "-" : `${received}/${expected}`}</Cell>
    </>
  );
}
