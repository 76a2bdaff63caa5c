import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { useDateText } from "@/components/ui/use-date-text";
import type { TaskEditView } from "@/server/loaders/task-settings";
import { TaskForm } from "./task-form";

/** One task as the office edits it. */
export function TaskEdit({ view }: { readonly view: TaskEditView }) {
  const t = useTranslations("taskSettingsPage");
  const words = useTranslations("tasks.page");
  const dateText = useDateText();
  const { term, stored, lead } = view;
  const backAddress = `/settings/terms/${encodeURIComponent(term.code)}/tasks`;
  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <header className="grid gap-2">
        <nav aria-label={words("breadcrumb")} className="text-small text-quiet">
          {term.name} / <Link href={backAddress}>{t("title")}</Link>
        </nav>
        <h1 className="text-page-phone md:text-page">{stored.name}</h1>
        {lead?.endedOn && <Notice tone="attention" title={words("leadEnded", { date: dateText(lead.endedOn) })} />}
      </header>
      {term.state !== "closed" && <TaskForm view={view} backAddress={backAddress} />}
    </div>
  );
}
