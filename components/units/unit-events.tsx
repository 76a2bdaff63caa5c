import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import type { UnitEventView } from "@/server/loaders/unit-settings";

/** Every event of the tree with its decision, newest first. */
export function UnitEvents({ events }: { readonly events: readonly UnitEventView[] }) {
  const t = useTranslations("unitSettingsPage.events");
  const dateText = useDateText();
  if (events.length === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <Table caption={t("title")}>
      <TableHead>
        <tr>
          <HeadCell numeric>{t("day")}</HeadCell>
          <HeadCell>{t("what")}</HeadCell>
          <HeadCell>{t("decision")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {events.map(({ id, on, text, decision }) => (
          <Row key={id}>
            <Cell numeric>{dateText(on)}</Cell>
            <HeadCell scope="row" plain>
              {text}
            </HeadCell>
            <Cell className="text-quiet">{decision ?? "-"}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
