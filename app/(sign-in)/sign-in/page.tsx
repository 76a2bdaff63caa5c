import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/account/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { safeAddress } from "@/domain/inputs/sign-in";
import { isReadableByOthers, isSetUp, loadDemoSignIn } from "@/server/loaders/session";
import { currentSession } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

/** Name and password; whoever is signed in already goes straight on. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next: asked } = await searchParams;
  const next = safeAddress(typeof asked === "string" ? asked : null);
  if (!(await isSetUp())) redirect("/first-run");
  if (await currentSession()) redirect(next);
  const [t, demo, readable] = await Promise.all([getTranslations("signIn"), loadDemoSignIn(), isReadableByOthers()]);
  return (
    <>
      <h1 className="text-page-phone md:text-page">{t("title")}</h1>
      {readable && <Notice tone="attention">{t("plainHttp")}</Notice>}
      <SignInForm next={next} demo={demo} />
      <div className="grid gap-1 text-small text-quiet">
        <p>{t("forgot")}</p>
        <p>{t("noSecrets")}</p>
      </div>
    </>
  );
}
