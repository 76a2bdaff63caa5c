import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { targetAddress, viewAddress } from "@/components/shell/view-address";
import { ButtonLink } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { useDateText } from "@/components/ui/use-date-text";
import type { TaskView } from "@/server/loaders/tasks";
import { TaskStateMark } from "./task-state-mark";
import { TaskUpdates } from "./task-updates";
import { useTaskUnitText } from "./use-task-unit-text";

interface TaskProps {
  readonly view: TaskView;
  /** The form to report progress, for those who may. */
  readonly form: ReactNode;
}

/** A task: how it stands, what it is, and everything that was reported of it until the page's day. */
export function Task({ view, form }: TaskProps) {
  const t = useTranslations("tasks");
  const dateText = useDateText();
  const { view: state, lead } = view;
  return (
    <article className="mx-auto grid max-w-form grid-cols-1 gap-6">
      <header className="grid gap-2">
        <p className="print-only text-small">{t("printed", { term: view.termName, date: dateText(state.asOf) })}</p>
        <nav aria-label={t("page.breadcrumb")} className="text-small text-quiet">
          <Link href={viewAddress("/tasks", state)}>{t("title")}</Link> / {view.group.position}. {view.group.name}
        </nav>
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
          <h1 className="max-w-3xl text-page-phone md:text-page">{view.name}</h1>
          {view.mayConfigure && (
            <ButtonLink
              href={`/settings/terms/${encodeURIComponent(state.termId)}/tasks/${encodeURIComponent(view.id)}`}
            >
              {t("page.edit")}
            </ButtonLink>
          )}
        </div>
        <p>
          <TaskStateMark state={view.state} />
        </p>
        {lead?.endedOn && <Notice tone="attention" title={t("page.leadEnded", { date: dateText(lead.endedOn) })} />}
      </header>
      <Details view={view} />
      {form}
      <TaskUpdates view={view} />
    </article>
  );
}

function Details({ view }: { readonly view: TaskView }) {
  const t = useTranslations("tasks.page");
  const dateText = useDateText();
  const unitText = useTaskUnitText();
  return (
    <Facts>
      <Fact name={t("lead")}>{view.lead ? unitText(view.lead) : t("noLead")}</Fact>
      <Fact name={t("supporting")}>{view.supporting.map(unitText).join(", ") || t("nothing")}</Fact>
      <Fact name={t("due")}>{view.dueOn ? dateText(view.dueOn) : t("noDue")}</Fact>
      <Fact name={t("expectedResult")}>
        <span className="whitespace-pre-line">{view.expectedResult ?? t("nothing")}</span>
      </Fact>
      <Fact name={t("targets")}>
        {view.targets.length === 0
          ? t("nothing")
          : view.targets.map(({ code, name }) => (
              <Link key={code} href={targetAddress(code, view.view)} className="block">
                {name}
              </Link>
            ))}
      </Fact>
    </Facts>
  );
}
