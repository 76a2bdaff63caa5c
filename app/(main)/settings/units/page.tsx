import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readViewQuery, type SearchParams } from "@/app/view-query";
import { UnitSettings } from "@/components/units/unit-settings";
import { loadUnitSettings } from "@/server/loaders/unit-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unitSettingsPage");
  return { title: t("title") };
}

/** The tree of units, and everything that can happen to it. */
export default async function UnitSettingsPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { asOf } = await readViewQuery(searchParams);
  return <UnitSettings view={await loadUnitSettings(asOf)} />;
}
