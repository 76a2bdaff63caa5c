import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountSettings } from "@/components/account/account-settings";
import { loadAccounts } from "@/server/loaders/account-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountSettingsPage");
  return { title: t("title") };
}

/** The accounts, for the office. */
export default async function AccountsPage() {
  return <AccountSettings view={await loadAccounts()} />;
}
