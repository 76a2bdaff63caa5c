import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { AuditChange } from "@/domain/audit-changes";
import { useChangeText } from "./use-change-text";

interface ChangeListProps {
  readonly seq: number;
  readonly changes: readonly AuditChange[];
  readonly leftOut: number;
}

/** What an entry changed: each part with its value before and after. Opens without JavaScript. */
export function ChangeList({ seq, changes, leftOut }: ChangeListProps) {
  const t = useTranslations("audit");
  const { nameOf, textOf } = useChangeText();
  if (changes.length === 0) return null;
  const count = changes.length + leftOut;
  return (
    <Fold summaryClassName="text-small" summary={t("details", { count })}>
      <div className="mt-1 max-w-3xl text-small">
        <Table caption={`${t("number", { seq })}: ${t("details", { count })}`}>
          <TableHead>
            <tr>
              <HeadCell>{t("field")}</HeadCell>
              <HeadCell>{t("before")}</HeadCell>
              <HeadCell>{t("after")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {changes.map((change, index) => (
              <Row key={index}>
                <HeadCell scope="row">{nameOf(change.path)}</HeadCell>
                <Cell className="break-words">{textOf(change.path, change.before)}</Cell>
                <Cell className="break-words">{textOf(change.path, change.after)}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
        {leftOut > 0 && <p className="text-quiet">{t("more", { count: leftOut })}</p>}
      </div>
    </Fold>
  );
}
