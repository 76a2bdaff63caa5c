import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useDateText } from "@/components/ui/use-date-text";
import type { UnitEventView } from "@/server/loaders/unit-settings";
import { DecisionForm } from "./decision-form";

interface UnitEventsProps {
  readonly events: readonly UnitEventView[];
  /** The office corrects decisions here. */
  readonly correctable?: boolean;
}

/** Every event of the tree with its decision, newest first. */
export function UnitEvents({ events, correctable = false }: UnitEventsProps) {
  const t = useTranslations("unitSettingsPage.events");
  const dateText = useDateText();
  if (events.length === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <>
      {correctable && <p className="screen-only max-w-form text-small text-quiet">{t("kindStays")}</p>}
      <Table caption={t("title")}>
        <TableHead>
          <tr>
            <HeadCell>{t("day")}</HeadCell>
            <HeadCell>{t("what")}</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {events.map(({ id, on, text, decision }) => (
            <Row key={id}>
              <HeadCell scope="row" plain className="figure w-28 align-top">
                {dateText(on)}
              </HeadCell>
              <Cell className="align-top">
                {text}
                {decision && <span className="block text-small text-quiet">{decision}</span>}
                {correctable && (
                  <Fold
                    className="screen-only"
                    summaryClassName="py-1 text-small"
                    summary={t("correct")}
                    label={t("correctNamed", { event: text })}
                  >
                    <div className="mt-2">
                      <DecisionForm
                        key={decision}
                        eventId={id}
                        decision={decision}
                        text={t("correctNamed", { event: text })}
                      />
                    </div>
                  </Fold>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
