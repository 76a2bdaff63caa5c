import Link from "next/link";
import { useTranslations } from "next-intl";
import { DueText } from "@/components/submissions/due-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { ReviewItem } from "@/server/loaders/report-views";

/** On a phone these columns stand as lines under the report's name. */
const WIDE = "max-sm:not-print:hidden";

/** The reports that wait for the office, those due first on top. */
export function ReviewQueue({ items }: { readonly items: readonly ReviewItem[] }) {
  const t = useTranslations("review");
  const reportText = useTranslations("entry");
  return (
    <Table caption={t("queue.caption")}>
      <TableHead>
        <tr>
          <HeadCell>{t("queue.report")}</HeadCell>
          <HeadCell className={WIDE}>{t("queue.time")}</HeadCell>
          <HeadCell numeric className={WIDE}>
            {t("queue.figures")}
          </HeadCell>
          <HeadCell className={WIDE}>{t("queue.remarks")}</HeadCell>
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
              <span className="grid text-small font-normal sm:hidden print:hidden">
                <DueText head={item} />
                <Remarks item={item} />
              </span>
            </HeadCell>
            <Cell className={WIDE}>
              <DueText head={item} />
            </Cell>
            <Cell numeric className={WIDE}>
              {item.filled}/{item.total}
            </Cell>
            <Cell className={WIDE}>
              <Remarks item={item} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Remarks({ item }: { readonly item: ReviewItem }) {
  const t = useTranslations("review.queue");
  const { isCorrection, remarkable } = item;
  return (
    <>
      {isCorrection && <span className="block">{t("correction")}</span>}
      {remarkable > 0 && <span className="block">{t("remarkable", { count: remarkable })}</span>}
      {!isCorrection && remarkable === 0 && <span className="max-sm:not-print:hidden">{t("nothing")}</span>}
    </>
  );
}
