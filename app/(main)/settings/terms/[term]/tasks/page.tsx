import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { TaskSettings } from "@/components/tasks/task-settings";
import { loadTaskSettings } from "@/server/loaders/task-settings";

interface TaskSettingsPageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("taskSettingsPage");
  return { title: t("title") };
}

/** The office arranges a term's groups and tasks. */
export default async function TaskSettingsPage({ params }: TaskSettingsPageProps) {
  const { term } = await params;
  const view = await loadTaskSettings(decodeURIComponent(term));
  if (view === null) notFound();
  return <TaskSettings view={view} />;
}
