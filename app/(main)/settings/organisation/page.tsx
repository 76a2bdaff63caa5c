import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrganisationForm } from "@/components/organisations/organisation-form";
import { loadOrganisation } from "@/server/loaders/organisation-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("termSettingsPage");
  return { title: t("organisation.title") };
}

/** How the organisation's papers are headed and signed. */
export default async function OrganisationPage() {
  const [t, stored] = await Promise.all([getTranslations("termSettingsPage"), loadOrganisation()]);
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-page-phone md:text-page">{t("organisation.title")}</h1>
      <OrganisationForm stored={stored} />
    </div>
  );
}
