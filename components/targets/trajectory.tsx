import { useTranslations } from "next-intl";
import { STATUS_TONE } from "@/components/achievements/tones";
import { TrajectoryChart } from "@/components/charts/trajectory-chart";
import { useDateText } from "@/components/ui/use-date-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TargetMeasureView, TrajectoryPoint, TrajectoryView } from "@/server/loaders/targets";
import { usePlanText } from "./use-plan-text";

interface TrajectoryProps {
  readonly measure: TargetMeasureView;
  readonly trajectory: TrajectoryView;
}

/** The course over the term, and the same figures as a table. */
export function Trajectory({ measure, trajectory }: TrajectoryProps) {
  const t = useTranslations("targets.trajectory");
  const planText = usePlanText();
  const dateText = useDateText();
  const datedEvents = trajectory.events.map((event) => ({ ...event, label: `${dateText(event.on)} ${event.label}` }));
  const planLabel = trajectory.planText === null ? null : t("planLabel", { plan: trajectory.planText });
  return (
    <figure className="grid grid-cols-1 gap-2">
      <TrajectoryChart
        trajectory={{ ...trajectory, events: datedEvents }}
        tone={STATUS_TONE[measure.status]}
        label={t("label", { name: measure.name, actual: measure.actual ?? "-", plan: planText(measure) })}
        planLabel={planLabel}
        words={{ period: t("own"), running: t("running") }}
      />
      <noscript>
        <p className="text-small text-quiet">{t("noScript")}</p>
      </noscript>
      <figcaption className="text-small text-quiet">{t("caption")}</figcaption>
      {trajectory.projection && <p className="max-w-3xl text-small">{trajectory.projection.sentence}</p>}
      <details className="text-small">
        <summary className="screen-only w-fit underline">{t("table")}</summary>
        <TrajectoryTable name={measure.name} trajectory={trajectory} />
      </details>
    </figure>
  );
}

function TrajectoryTable({ name, trajectory }: { readonly name: string; readonly trajectory: TrajectoryView }) {
  const t = useTranslations("targets.trajectory");
  return (
    <div className="max-w-xl pt-2">
      <Table caption={t("tableCaption", { name })}>
        <TableHead>
          <tr>
            <HeadCell>{t("period")}</HeadCell>
            <HeadCell numeric>{t("own")}</HeadCell>
            <HeadCell numeric>{t("running")}</HeadCell>
            <HeadCell>{t("note")}</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {trajectory.points.map((point) => (
            <Row key={point.period}>
              <HeadCell scope="row">{point.period}</HeadCell>
              <Cell numeric>{point.value ?? "-"}</Cell>
              <Cell numeric>{point.running ?? "-"}</Cell>
              <Cell>
                <PointNote point={point} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function PointNote({ point }: { readonly point: TrajectoryPoint }) {
  const t = useTranslations("targets.trajectory");
  if (point.carried) return t("carried");
  if (point.value === null) return t("gap");
  return point.provisional ? t("provisional") : null;
}
