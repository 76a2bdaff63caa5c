import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ChangedTask } from "@/components/tasks/changed-task";
import { TaskMessages } from "@/components/tasks/task-messages";
import { TaskSettings } from "@/components/tasks/task-settings";
import { loadTaskSettings } from "@/server/loaders/task-settings";

interface TaskSettingsPageProps {
  readonly params: Promise<{ readonly term: string }>;
  readonly searchParams: Promise<{ readonly changed?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("taskSettingsPage");
  return { title: t("title") };
}

/** The office arranges a term's groups and tasks. */
export default async function TaskSettingsPage({ params, searchParams }: TaskSettingsPageProps) {
  const [{ term }, { changed }] = await Promise.all([params, searchParams]);
  const view = await loadTaskSettings(decodeURIComponent(term));
  if (view === null) notFound();
  return (
    <TaskMessages>
      {typeof changed === "string" && <ChangedTask key={changed} changeId={changed} />}
      <TaskSettings view={view} />
    </TaskMessages>
  );
}
