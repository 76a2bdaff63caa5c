import { useTranslations } from "next-intl";
import Link from "next/link";
import { taskAddress } from "@/components/shell/view-address";
import { useDateText } from "@/components/ui/use-date-text";
import type { OverviewTask, OverviewTaskGroup } from "@/server/loaders/overview";
import type { TasksView } from "@/server/loaders/tasks";
import type { ViewState } from "@/server/loaders/view-state";
import { TaskStateMark } from "./task-state-mark";
import { useTaskUnitText } from "./use-task-unit-text";

type TaskTableProps = Pick<TasksView, "groups" | "state" | "termName">;

/** Groups with their tasks below them. On a phone each row becomes a short page; roles keep it a table for every reader. */
export function TaskTable({ groups, state, termName }: TaskTableProps) {
  const t = useTranslations("tasks.table");
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block print:table">
      <caption className="sr-only">{t("caption", { term: termName })}</caption>
      <thead role="rowgroup" className="border-b border-strong text-small text-quiet max-md:sr-only">
        <tr role="row">
          <Head className="w-1/3">{t("task")}</Head>
          <Head>{t("state")}</Head>
          <Head className="w-1/5">{t("lead")}</Head>
          <Head>{t("due")}</Head>
          <Head className="w-1/4">{t("lastUpdate")}</Head>
        </tr>
      </thead>
      {groups.map((group) => (
        <GroupRows key={group.id} group={group} state={state} />
      ))}
    </table>
  );
}

function Head({ className = "", children }: { readonly className?: string; readonly children: string }) {
  return (
    <th role="columnheader" scope="col" className={`py-1.5 pr-4 align-bottom font-medium ${className}`}>
      {children}
    </th>
  );
}

function GroupRows({ group, state }: { readonly group: OverviewTaskGroup; readonly state: ViewState }) {
  const t = useTranslations("tasks.group");
  return (
    <tbody role="rowgroup" className="max-md:block">
      <tr role="row" className="max-md:block">
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={5}
          className="pt-5 pb-1.5 text-section font-semibold max-md:block"
        >
          <span className="figure mr-2 text-quiet">{group.position}.</span>
          {group.name}
        </th>
      </tr>
      {group.tasks.length === 0 && (
        <tr role="row" className="border-t border-hairline max-md:block">
          <td role="cell" colSpan={5} className="py-2 text-quiet max-md:block">
            {t("noTasks")}
          </td>
        </tr>
      )}
      {group.tasks.map((task) => (
        <TaskRow key={task.id} task={task} state={state} />
      ))}
    </tbody>
  );
}

function TaskRow({ task, state }: { readonly task: OverviewTask; readonly state: ViewState }) {
  const t = useTranslations("tasks.table");
  const words = useTranslations("tasks");
  const dateText = useDateText();
  const unitText = useTaskUnitText();
  const { lead, dueOn, lastUpdate } = task;
  return (
    <tr role="row" className="border-t border-hairline align-baseline max-md:grid max-md:gap-0.5 max-md:py-2">
      <th role="rowheader" scope="row" className="py-1.5 pr-4 font-normal max-md:py-0">
        <Link href={taskAddress(task.id, state)}>{task.name}</Link>
      </th>
      <td role="cell" className="py-1.5 pr-4 max-md:py-0">
        <TaskStateMark state={task.state} className="figure" />
      </td>
      <td role="cell" className="py-1.5 pr-4 text-small max-md:py-0">
        {lead ? unitText(lead) : <span className="text-quiet">{words("noLead")}</span>}
      </td>
      <td role="cell" className="figure py-1.5 pr-4 max-md:py-0">
        {dueOn && (
          <>
            <span className="text-quiet md:sr-only">{t("due")} </span>
            {dateText(dueOn)}
          </>
        )}
      </td>
      <td role="cell" className="py-1.5 text-small text-quiet max-md:py-0">
        {lastUpdate ? words("lastUpdate", { date: dateText(lastUpdate.on), text: lastUpdate.text }) : t("nothing")}
      </td>
    </tr>
  );
}
