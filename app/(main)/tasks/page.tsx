import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { Tasks } from "@/components/tasks/tasks";
import { Message } from "@/components/ui/message-page";
import { loadTasks } from "@/server/loaders/tasks";

interface TasksPageProps {
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("tasks");
  return { title: t("title") };
}

/** The term's groups and tasks at a day. */
export default async function TasksPage({ searchParams }: TasksPageProps) {
  const view = await loadTasks(await readViewQuery(searchParams));
  const t = await getTranslations("tasks.none");
  if (view === null) return <Message title={t("noTerm")}>{t("text")}</Message>;
  return <Tasks view={view} />;
}
