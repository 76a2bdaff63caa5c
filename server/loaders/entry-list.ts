import type { ReadDb } from "@/db/store";
import type { Authorized } from "@/domain/permissions";
import type { Wording } from "./figure-texts";
import { buildReportHead } from "./report-heads";
import { countFilled, countTodo, groupReports, listOwnUnits, listReports } from "./report-lists";
import type { EntryListView, ReportItem } from "./report-views";

/** What a person has to report as of today, by urgency; for the office the committee's own figures. */
export async function readEntryList(
  db: ReadDb,
  actor: Authorized<"figures.enter">,
  wording: Wording,
): Promise<EntryListView> {
  const today = actor.on;
  const units = await listOwnUnits(db, actor, "figures.enter", today);
  const grouped = groupReports(await listReports(db, units, today), today);
  const groups: EntryListView["groups"][number][] = [];
  for (const [key, reports] of grouped) {
    const items: ReportItem[] = [];
    for (const report of reports) {
      const filled = await countFilled(db, report);
      items.push({ ...buildReportHead(report, today, wording), filled, total: report.measures.length });
    }
    if (items.length > 0) groups.push({ key, items });
  }
  const late = grouped.get("overdue")?.length ?? 0;
  return { hasUnits: units.length > 0, todo: countTodo(grouped), late, groups };
}
