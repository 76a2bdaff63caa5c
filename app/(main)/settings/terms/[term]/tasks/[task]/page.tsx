import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { TaskEdit } from "@/components/tasks/task-edit";
import { loadTaskEdit } from "@/server/loaders/task-settings";

interface TaskEditPageProps {
  readonly params: Promise<{ readonly term: string; readonly task: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("taskSettingsPage");
  return { title: t("editTitle") };
}

/** The office edits one task. */
export default async function TaskEditPage({ params }: TaskEditPageProps) {
  const { term, task } = await params;
  const view = await loadTaskEdit(decodeURIComponent(term), decodeURIComponent(task));
  if (view === null) notFound();
  return <TaskEdit view={view} />;
}
