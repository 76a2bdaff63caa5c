import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/shell/export-links";
import { PrintedView } from "@/components/shell/printed-view";
import { TaskGroups } from "@/components/tasks/task-groups";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import type { OverviewView } from "@/server/loaders/overview";
import { OverviewHeadline } from "./overview-headline";
import { OverviewSummary } from "./overview-summary";
import { TableLegend } from "./table-legend";
import { TargetTable } from "./target-table";
import { TodoList } from "./todo-list";

/** A term on one page: its sentence, its promises, what to do now, and the task groups. Readable without any script. */
export function Overview({ view }: { readonly view: OverviewView }) {
  const t = useTranslations();
  const prose = useProseCount();
  return (
    <div className="grid grid-cols-1 gap-10">
      <section className="grid grid-cols-1 gap-2">
        <PrintedView termName={view.termName} state={view.state} />
        {view.illustrative && <Notice>{t("overview.illustrative")}</Notice>}
        <OverviewHeadline targets={view.targets} final={view.final} />
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          <div className="flex-1 basis-80">
            <OverviewSummary {...view} />
          </div>
          {view.mayExport && <ExportLinks state={view.state} />}
        </div>
        <TargetTable targets={view.targets} state={view.state} termName={view.termName} />
        <TableLegend targets={view.targets} />
      </section>
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[1.15fr_1fr] print:grid-cols-1">
        <section aria-labelledby="todo" className="grid content-start gap-3">
          <h2 id="todo" className="text-section">
            {t("overview.todo.title")}
          </h2>
          <TodoList todo={view.todo} state={view.state} />
        </section>
        <section aria-labelledby="task-groups" className="grid content-start gap-3">
          <h2 id="task-groups" className="text-section">
            {view.taskGroups.length === 0
              ? t("tasks.groups.titleNone")
              : t("tasks.groups.title", { count: prose(view.taskGroups.length) })}
          </h2>
          <TaskGroups taskGroups={view.taskGroups} state={view.state} />
        </section>
      </div>
    </div>
  );
}
