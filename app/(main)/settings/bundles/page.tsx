import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BundleSettings } from "@/components/bundles/bundle-settings";
import { loadBundleSettings } from "@/server/loaders/bundle-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bundleSettingsPage");
  return { title: t("title") };
}

/** Terms as files: out of this installation and into it. */
export default async function BundlesPage() {
  return <BundleSettings terms={await loadBundleSettings()} />;
}
