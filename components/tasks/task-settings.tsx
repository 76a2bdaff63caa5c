import { useTranslations } from "next-intl";
import Link from "next/link";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { TaskSettingsGroup, TaskSettingsRow, TaskSettingsView } from "@/server/loaders/task-settings";
import { CarryForm } from "./carry-form";
import { GroupForm } from "./group-form";
import { GroupOrderButtons, TaskOrderButtons } from "./task-order-buttons";
import { TaskQuickForm } from "./task-quick-form";
import { useTaskUnitText } from "./use-task-unit-text";

/** A term's groups and tasks, arranged and added to one after another. A closed term's are only read. */
export function TaskSettings({ view }: { readonly view: TaskSettingsView }) {
  const t = useTranslations("taskSettingsPage");
  const prose = useProseCount();
  const { term, groups, units, carriable } = view;
  const tasks = groups.flatMap((group) => group.tasks);
  const ended = tasks.filter(({ lead }) => lead?.endedOn);
  const isOpen = term.state !== "closed";
  return (
    <div className="grid max-w-form grid-cols-1 gap-8">
      <header className="grid gap-2">
        <p className="print-only text-small">{term.name}</p>
        <h1 className="text-page-phone md:text-page">
          {t("sentence", { count: groups.length, groups: prose(groups.length), tasks: prose(tasks.length) })}
        </h1>
        {isOpen && <p className="text-quiet">{t("text")}</p>}
        {ended.length > 0 && <EndedLeads term={term} tasks={ended} />}
      </header>
      {carriable && <CarryForm termId={term.id} carriable={carriable} />}
      {groups.map((group, index) => (
        <section key={group.id} aria-labelledby={group.id} className="grid gap-2">
          <GroupHead term={term} group={group} isFirst={index === 0} isLast={index === groups.length - 1} />
          <TaskRows term={term} tasks={group.tasks} />
          {isOpen && <TaskQuickForm term={term} group={group} units={units} />}
        </section>
      ))}
      {isOpen && (
        <section aria-label={t("newGroup")} className="border-t border-strong pt-3">
          <GroupForm termId={term.id} group={null} />
        </section>
      )}
    </div>
  );
}

/** Tasks that nobody leads any more: the office is asked to name another unit. */
function EndedLeads({ term, tasks }: { term: TaskSettingsView["term"]; tasks: readonly TaskSettingsRow[] }) {
  const t = useTranslations("taskSettingsPage");
  const prose = useProseCount();
  const unitText = useTaskUnitText();
  return (
    <Notice tone="attention" title={t("endedLeads", { count: prose(tasks.length) })}>
      <ul>
        {tasks.map((task) => (
          <li key={task.id}>
            <Link href={editAddress(term, task)}>{task.name}</Link>: {task.lead && unitText(task.lead)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface GroupHeadProps {
  readonly term: TaskSettingsView["term"];
  readonly group: TaskSettingsGroup;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function GroupHead({ term, group, isFirst, isLast }: GroupHeadProps) {
  const t = useTranslations("taskSettingsPage");
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 border-b border-hairline pb-1">
      <h2 id={group.id} className="min-w-0 text-section max-sm:basis-full sm:flex-1">
        <span className="figure mr-2 text-quiet">{group.position}.</span>
        {group.name}
      </h2>
      {term.state !== "closed" && (
        <>
          <div className="screen-only max-sm:-ml-2">
            <GroupOrderButtons
              {...{ isFirst, isLast, termId: term.id, id: group.id, name: group.name }}
              isRemovable={group.tasks.length === 0}
            />
          </div>
          <Fold
            className="screen-only open:basis-full"
            summaryClassName="py-1 font-medium"
            summary={t("rename")}
            label={t("renameNamed", { group: group.name })}
          >
            <div className="py-2">
              <GroupForm key={group.name} termId={term.id} group={group} />
            </div>
          </Fold>
        </>
      )}
    </div>
  );
}

function TaskRows({
  term,
  tasks,
}: {
  readonly term: TaskSettingsView["term"];
  readonly tasks: readonly TaskSettingsRow[];
}) {
  const t = useTranslations("taskSettingsPage");
  const words = useTranslations("tasks");
  const dateText = useDateText();
  const unitText = useTaskUnitText();
  const isOpen = term.state !== "closed";
  if (tasks.length === 0) return <p className="text-quiet">{t("noTasks")}</p>;
  return (
    <ol className="grid">
      {tasks.map((task, index) => (
        <li key={task.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
          <div className="min-w-0 flex-1 basis-72">
            {isOpen ? <Link href={editAddress(term, task)}>{task.name}</Link> : task.name}
            <p className="text-small text-quiet">
              {task.lead ? words("lead", { unit: unitText(task.lead) }) : words("noLead")}
              {task.dueOn && `, ${words("due", { date: dateText(task.dueOn) })}`}
            </p>
          </div>
          {isOpen && (
            <TaskOrderButtons
              {...{ termId: term.id, id: task.id, name: task.name }}
              {...{ isFirst: index === 0, isLast: index === tasks.length - 1, isRemovable: !task.isReported }}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function editAddress({ code }: { readonly code: string }, task: TaskSettingsRow): string {
  return `/settings/terms/${encodeURIComponent(code)}/tasks/${encodeURIComponent(task.code)}`;
}
