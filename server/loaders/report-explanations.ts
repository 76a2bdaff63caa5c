// What was asked about a report, and whether this person may ask.
import type { ReadDb } from "@/db/store";
import { may, type Authorized, type Permission } from "@/domain/permissions";
import { existsAt } from "@/domain/units";
import type { ReportContext } from "../report-context";
import { buildItem, readTermExplanations } from "./explanation-items";
import type { Wording } from "./figure-texts";
import type { ReportView } from "./report-views";

/** The questions about a report and its figures that this person may see. */
export async function readReportExplanations(
  db: ReadDb,
  actor: Authorized<Permission>,
  { term, unit, period }: ReportContext,
  wording: Wording,
): Promise<Pick<ReportView, "explanations" | "mayAsk">> {
  const asked = (await readTermExplanations(db, term, actor, actor.on)).filter(
    ({ context }) => context.unit.id === unit.id && context.period?.id === period.id,
  );
  const isReported = period.startsOn <= actor.on && existsAt(unit, actor.on);
  return {
    explanations: asked.map((one) => ({
      ...buildItem(one, actor.on, wording),
      measureId: one.context.measure?.id ?? null,
    })),
    mayAsk: term.state === "running" && isReported && may(actor, "explanations.ask", unit.id, actor.on),
  };
}
