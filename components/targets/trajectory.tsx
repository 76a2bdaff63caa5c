import { useTranslations } from "next-intl";
import { STATUS_TONE } from "@/components/achievements/tones";
import { ChartFigure } from "@/components/charts/chart-figure";
import { TrajectoryChart } from "@/components/charts/chart-loader";
import { useDateText } from "@/components/ui/use-date-text";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TargetMeasureView, TrajectoryPoint, TrajectoryView } from "@/server/loaders/targets";
import { usePlanText } from "./use-plan-text";

interface TrajectoryProps {
  readonly measure: TargetMeasureView;
  readonly trajectory: TrajectoryView;
  /** Names the files of the drawing. */
  readonly fileName: string;
}

/** The course over the term and what it leads to at the present pace, and the same figures as a table. */
export function Trajectory({ measure, trajectory, fileName }: TrajectoryProps) {
  const t = useTranslations("targets.trajectory");
  const planText = usePlanText();
  const dateText = useDateText();
  const noteText = useNoteText();
  const { projection, points } = trajectory;
  const datedEvents = trajectory.events.map((event) => ({ ...event, label: `${dateText(event.on)} ${event.label}` }));
  const told = points.map((point) => {
    const texts = { period: point.period, own: point.value ?? "-", running: point.running ?? "-" };
    return [t("told", texts), noteText(point)].filter(Boolean).join(", ");
  });
  return (
    <ChartFigure
      fileName={fileName}
      caption={<span className="needs-script">{t(projection ? "captionForeseen" : "caption")}</span>}
      table={<TrajectoryTable name={measure.name} trajectory={trajectory} />}
    >
      <TrajectoryChart
        trajectory={{ ...trajectory, events: datedEvents }}
        tone={STATUS_TONE[measure.status]}
        label={t("label", { name: measure.name, actual: measure.actual ?? "-", plan: planText(measure) })}
        planLabel={trajectory.planText === null ? null : t("planLabel", { plan: trajectory.planText })}
        bandLabel={projection?.points.at(-1)?.text ?? null}
        told={{
          points: told,
          ahead: (projection?.points ?? []).map(({ period, text }) => t("toldAhead", { period, text })),
        }}
      />
      <noscript>
        <p className="text-small text-quiet">{t("noScript")}</p>
      </noscript>
    </ChartFigure>
  );
}

function TrajectoryTable({ name, trajectory }: { readonly name: string; readonly trajectory: TrajectoryView }) {
  const t = useTranslations("targets.trajectory");
  const noteText = useNoteText();
  const end = trajectory.projection?.points.at(-1);
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
              <Cell>{noteText(point)}</Cell>
            </Row>
          ))}
          {end && (
            <Row>
              <HeadCell scope="row">{t("end")}</HeadCell>
              <Cell numeric>-</Cell>
              <Cell numeric>{end.text}</Cell>
              <Cell>{t("foreseen")}</Cell>
            </Row>
          )}
        </tbody>
      </Table>
    </div>
  );
}

/** What sets a point apart: carried on, missing, or not accepted yet. */
function useNoteText(): (point: TrajectoryPoint) => string | null {
  const t = useTranslations("targets.trajectory");
  return ({ carried, value, provisional }) => {
    if (carried) return t("carried");
    if (value === null) return t("gap");
    return provisional ? t("provisional") : null;
  };
}
