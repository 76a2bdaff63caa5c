import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewTermForm } from "@/components/terms/new-term-form";
import { loadPreviousTerm } from "@/server/loaders/term-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("termSettingsPage");
  return { title: t("list.new") };
}

/** A new term. */
export default async function NewTermPage() {
  const [t, previous] = await Promise.all([getTranslations("termSettingsPage"), loadPreviousTerm()]);
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-page-phone md:text-page">{t("list.new")}</h1>
      <p className="text-quiet">{t("new.text")}</p>
      <NewTermForm previous={previous} />
    </div>
  );
}
