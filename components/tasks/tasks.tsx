import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { countTaskStates } from "@/domain/tasks";
import type { TasksView } from "@/server/loaders/tasks";
import { TaskTable } from "./task-table";

/** The term's groups and tasks on a day: how many stand how, then each of them. */
export function Tasks({ view }: { readonly view: TasksView }) {
  const t = useTranslations("tasks");
  const dateText = useDateText();
  const { state, termName, groups } = view;
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="print-only text-small">{t("printed", { term: termName, date: dateText(state.asOf) })}</p>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <Headline groups={groups} />
        {view.mayConfigure && (
          <ButtonLink href={`/settings/terms/${encodeURIComponent(state.termId)}/tasks`}>{t("configure")}</ButtonLink>
        )}
      </div>
      {groups.length === 0 ? (
        <p className="text-quiet">{t("none.text")}</p>
      ) : (
        <TaskTable groups={groups} state={state} termName={termName} />
      )}
    </div>
  );
}

function Headline({ groups }: Pick<TasksView, "groups">) {
  const t = useTranslations("tasks");
  const prose = useProseCount();
  const states = groups.flatMap(({ tasks }) => tasks.map(({ state }) => state));
  const parts = countTaskStates(states).map(({ state, count }) =>
    unbroken(t(`part.${state}`, { count: prose(count) })),
  );
  const sentence =
    states.length === 0
      ? t("none.title")
      : t("sentence", { tasks: prose(states.length), groups: prose(groups.length), parts: parts.join(", ") });
  return <h1 className="max-w-3xl text-page-phone md:text-page">{sentence}</h1>;
}

/** A number stays on the line of its words. */
function unbroken(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}
