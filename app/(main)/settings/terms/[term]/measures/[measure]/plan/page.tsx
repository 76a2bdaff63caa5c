import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlanChangeList } from "@/components/plans/plan-change-list";
import { PlanForm } from "@/components/plans/plan-form";
import { Notice } from "@/components/ui/notice";
import { loadPlanForm } from "@/server/loaders/plan-settings";
import { requireActor } from "@/server/require-actor";

interface PlanPageProps {
  readonly params: Promise<{ readonly term: string; readonly measure: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("planSettingsPage");
  return { title: t("changeTitle") };
}

/** The plan of one measure: its form, and what was in force before. */
export default async function PlanPage({ params }: PlanPageProps) {
  const actor = await requireActor("terms.configure");
  const { term, measure } = await params;
  const view = await loadPlanForm(actor, decodeURIComponent(term), decodeURIComponent(measure));
  if (!view) notFound();
  const t = await getTranslations("planSettingsPage");
  const isJudged = view.measure.rules.kind === "judged";
  return (
    <div className="grid max-w-form gap-5">
      <header className="grid gap-2">
        <p className="text-small text-quiet">
          <Link href={`/settings/terms/${encodeURIComponent(view.term.code)}/plans`} className="underline">
            {t("title")}
          </Link>
          {view.target !== view.measure.name && ` / ${view.target}`}
        </p>
        <h1 className="text-page-phone md:text-page">{t("changeSentence", { name: view.measure.name })}</h1>
      </header>
      {isJudged && <Notice title={t("judgedText")} />}
      {view.isOpen && !isJudged && <Notice>{t("open")}</Notice>}
      {!isJudged && (
        <fieldset disabled={view.isClosed} className="min-w-0">
          <PlanForm key={JSON.stringify(view.stored)} view={view} />
        </fieldset>
      )}
      {view.changes.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-section">{t("changes")}</h2>
          <PlanChangeList changes={view.changes} />
        </section>
      )}
    </div>
  );
}
