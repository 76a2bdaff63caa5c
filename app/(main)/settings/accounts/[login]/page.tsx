import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountDetail } from "@/components/account/account-detail";
import { loadAccount } from "@/server/loaders/account-settings";

export async function generateMetadata({ params }: PageProps<"/settings/accounts/[login]">): Promise<Metadata> {
  const [t, { login }] = [await getTranslations("accountSettingsPage"), await params];
  return { title: t("titleOf", { login: decodeURIComponent(login) }) };
}

/** One account, for the office. */
export default async function AccountPage({ params }: PageProps<"/settings/accounts/[login]">) {
  const { login } = await params;
  const detail = await loadAccount(decodeURIComponent(login));
  if (!detail) notFound();
  return <AccountDetail detail={detail} />;
}
