import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusMark } from "@/components/achievements/status-mark";
import { SegmentBar } from "@/components/charts/segment-bar";
import { viewAddress } from "@/components/shell/view-address";
import { useCountText, useProseCount } from "@/components/ui/use-count-text";
import type { ShownTaskState } from "@/domain/tasks";
import type { OverviewTaskGroup, OverviewView } from "@/server/loaders/overview";
import { TaskList } from "./task-list";

/** In the order of the bar: what is behind us first, what is late last and hatched. */
const FILLS: readonly { readonly state: ShownTaskState; readonly className: string }[] = [
  { state: "done", className: "bg-met text-on-fill print:border print:border-ink" },
  { state: "in_progress", className: "bg-on-track-pale text-ink" },
  { state: "not_started", className: "bg-none-pale text-ink print:border print:border-ink" },
  { state: "stopped", className: "border border-edge bg-raised text-quiet" },
  { state: "late", className: "hatched bg-behind text-on-fill" },
];

/** The task groups of the term, each with the states of its tasks. */
export function TaskGroups({ taskGroups, state }: Pick<OverviewView, "taskGroups" | "state">) {
  const t = useTranslations("tasks");
  if (taskGroups.length === 0) return <p className="border-t border-hairline py-3 text-quiet">{t("groups.none")}</p>;
  return (
    <>
      <ol>
        {taskGroups.map((group) => (
          <li key={group.id} className="grid grid-cols-[1.75rem_1fr] border-t border-hairline py-3">
            <span className="figure text-quiet">{group.position}</span>
            <div className="grid gap-1.5">
              <TaskGroupSummary group={group} />
              {group.tasks.length > 0 && <TaskList tasks={group.tasks} groupName={group.name} state={state} />}
            </div>
          </li>
        ))}
      </ol>
      <StateLegend />
      <p className="screen-only">
        <Link href={viewAddress("/tasks", state)}>{t("groups.all")}</Link>
      </p>
    </>
  );
}

function TaskGroupSummary({ group }: { readonly group: OverviewTaskGroup }) {
  const t = useTranslations("tasks");
  const text = useCountText();
  const prose = useProseCount();
  const counts = FILLS.map(({ state, className }) => ({
    key: state,
    className,
    count: group.tasks.filter((task) => task.state === state).length,
  }));
  const told = counts.filter(({ count }) => count > 0);
  const label = told
    .map(({ key, count }) => t("stateCount", { state: t(`state.${key}`), count: text(count) }))
    .join(", ");
  const late = counts.find(({ key }) => key === "late")?.count ?? 0;
  const done = counts.find(({ key }) => key === "done")?.count ?? 0;
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      <span>{group.name}</span>
      <span className="figure text-right text-small">
        {group.tasks.length === 0
          ? t("group.noTasks")
          : t("group.done", { done: text(done), total: text(group.tasks.length) })}
      </span>
      {group.tasks.length > 0 && (
        <>
          <SegmentBar segments={counts} label={label} />
          <span className="figure text-right text-small text-quiet">
            {late === 0 ? (
              t("group.noLate")
            ) : (
              <StatusMark status="behind" word={t("group.late", { count: prose(late) })} className="font-normal" />
            )}
          </span>
        </>
      )}
    </div>
  );
}

function StateLegend() {
  const t = useTranslations("tasks.state");
  return (
    <ul aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 border-t border-hairline pt-2 text-small text-quiet">
      {FILLS.map(({ state, className }) => (
        <li key={state} className="inline-flex items-center gap-1.5">
          <span className={`fill inline-block h-3 w-4 ${className}`} />
          {t(state)}
        </li>
      ))}
    </ul>
  );
}
