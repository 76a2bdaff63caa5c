import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

interface EmptyOverviewProps {
  readonly termName: string | null;
  /** The reader is the office, which can do something about it. */
  readonly maySetUp?: boolean;
}

/** Before the first term, or before its targets: what is missing and who brings it; the office is led there. */
export function EmptyOverview({ termName, maySetUp = false }: EmptyOverviewProps) {
  const t = useTranslations("overview.empty");
  const missing = termName === null ? "noTerm" : "noTargets";
  return (
    <section className="grid max-w-2xl gap-3 py-10">
      <h1 className="text-page-phone md:text-page">{t(`${missing}.title`, { term: termName ?? "" })}</h1>
      <p className="text-quiet">{t(`${missing}.text`)}</p>
      {maySetUp && (
        <p>
          <ButtonLink variant="primary" href="/settings">
            {t("toSettings")}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
