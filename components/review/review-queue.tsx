import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueText } from "@/components/submissions/due-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { ReviewItem } from "@/server/loaders/report-views";

/** The reports that wait for the office, those due first on top. */
export function ReviewQueue({ items }: { readonly items: readonly ReviewItem[] }) {
  const t = useTranslations("review");
  const reportText = useTranslations("entry");
  return (
    <Table caption={t("queue.caption")}>
      <TableHead>
        <tr>
          <HeadCell>{t("queue.report")}</HeadCell>
          <HeadCell>{t("queue.time")}</HeadCell>
          <HeadCell numeric>{t("queue.figures")}</HeadCell>
          <HeadCell>{t("queue.remarks")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Row key={item.submissionId}>
            <HeadCell scope="row">
              <Link href={`/review/${item.submissionId}`} className="underline">
                {item.unit.name}
              </Link>
              <span className="block font-normal text-quiet">
                {reportText("report", { period: item.period.title })}
              </span>
            </HeadCell>
            <Cell>
              <DueText head={item} />
            </Cell>
            <Cell numeric>
              {item.filled}/{item.total}
            </Cell>
            <Cell>
              {item.isCorrection && <span className="block">{t("queue.correction")}</span>}
              {item.remarkable > 0 ? t("queue.remarkable", { count: item.remarkable }) : t("queue.nothing")}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
