import { useTranslations } from "next-intl";
import Link from "next/link";
import { targetAddress, taskAddress } from "@/components/shell/view-address";
import { useDateText } from "@/components/ui/use-date-text";
import type { OverviewTask } from "@/server/loaders/overview";
import type { ViewState } from "@/server/loaders/view-state";
import { TaskStateMark } from "./task-state-mark";
import { useTaskUnitText } from "./use-task-unit-text";

interface TaskListProps {
  readonly tasks: readonly OverviewTask[];
  readonly groupName: string;
  readonly state: ViewState;
}

/** The tasks of a group, folded below its bar: state, who leads, until when, and which targets they serve. */
export function TaskList({ tasks, groupName, state }: TaskListProps) {
  const t = useTranslations("tasks");
  return (
    <details className="text-small">
      <summary className="screen-only w-fit text-quiet underline">
        {t("group.show")}
        <span className="sr-only">: {groupName}</span>
      </summary>
      <ul className="grid gap-2 pt-2">
        {tasks.map((task) => (
          <li key={task.id}>
            <TaskItem task={task} state={state} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function TaskItem({ task, state }: { readonly task: OverviewTask; readonly state: ViewState }) {
  const t = useTranslations("tasks");
  const dateText = useDateText();
  const unitText = useTaskUnitText();
  const { lastUpdate, lead } = task;
  return (
    <>
      <p>
        <TaskStateMark state={task.state} /> <Link href={taskAddress(task.id, state)}>{task.name}</Link>
      </p>
      <p className="text-quiet">
        {lead ? t("lead", { unit: unitText(lead) }) : t("noLead")}
        {task.dueOn && <>, {t("due", { date: dateText(task.dueOn) })}</>}
        {task.targets.length > 0 && <>; {t("targets")} </>}
        {task.targets.map((target, index) => (
          <span key={target.code}>
            {index > 0 && ", "}
            <Link href={targetAddress(target.code, state)}>{target.name}</Link>
          </span>
        ))}
      </p>
      {lastUpdate && (
        <p className="text-quiet">{t("lastUpdate", { date: dateText(lastUpdate.on), text: lastUpdate.text })}</p>
      )}
    </>
  );
}
