import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirstRunForm } from "@/components/account/first-run-form";
import { Notice } from "@/components/ui/notice";
import { isReadableByOthers, isSetUp } from "@/server/loaders/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("firstRun");
  return { title: t("title") };
}

/** The only page of a system without an office account. */
export default async function FirstRunPage() {
  if (await isSetUp()) redirect("/sign-in");
  const [t, signIn, readable] = await Promise.all([
    getTranslations("firstRun"),
    getTranslations("signIn"),
    isReadableByOthers(),
  ]);
  return (
    <>
      <h1 className="text-page-phone md:text-page">{t("title")}</h1>
      <p className="text-quiet">{t("text")}</p>
      {readable && <Notice tone="attention">{signIn("plainHttp")}</Notice>}
      <FirstRunForm />
    </>
  );
}
