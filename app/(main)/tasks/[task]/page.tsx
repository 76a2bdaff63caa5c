import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { ChangeMessagesProvider } from "@/components/changes/change-messages";
import { ProgressForm } from "@/components/tasks/progress-form";
import { Task } from "@/components/tasks/task";
import { taskStates } from "@/domain/tasks";
import { loadTask } from "@/server/loaders/tasks";

interface TaskPageProps {
  readonly params: Promise<{ readonly task: string }>;
  readonly searchParams: SearchParams;
}

/** The page and its title ask for the same task: it is loaded once a request. */
const loadOnce = cache((code: string, term?: string, asOf?: string) => loadTask(code, { term, asOf }));

async function loadView({ params, searchParams }: TaskPageProps) {
  const [{ task }, { term, asOf }] = await Promise.all([params, readViewQuery(searchParams)]);
  return loadOnce(decodeURIComponent(task), term, asOf);
}

export async function generateMetadata(props: TaskPageProps): Promise<Metadata> {
  const view = await loadView(props);
  return { title: view?.name };
}

/** One task with everything that was reported of it. */
export default async function TaskPage(props: TaskPageProps) {
  const view = await loadView(props);
  if (view === null) notFound();
  const t = await getTranslations("tasks.state");
  const states = taskStates.map((value) => ({ value, label: t(value) }));
  return (
    <ChangeMessagesProvider>
      <Task view={view} form={view.form && <ProgressForm form={view.form} states={states} />} />
    </ChangeMessagesProvider>
  );
}
