import { useTranslations } from "next-intl";

/** Before the first term, or before its targets: what is missing and who brings it. */
export function EmptyOverview({ termName }: { readonly termName: string | null }) {
  const t = useTranslations("overview.empty");
  const missing = termName === null ? "noTerm" : "noTargets";
  return (
    <section className="grid max-w-2xl gap-3 py-10">
      <h1 className="text-page-phone md:text-page">{t(`${missing}.title`, { term: termName ?? "" })}</h1>
      <p className="text-quiet">{t(`${missing}.text`)}</p>
    </section>
  );
}
