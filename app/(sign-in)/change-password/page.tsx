import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { safeAddress } from "@/domain/inputs/sign-in";
import { signOutAction } from "@/server/actions/sign-in";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("changePassword") };
}

/** Where an account is held until it has a password of its own. */
export default async function ChangePasswordPage({ searchParams }: PageProps<"/change-password">) {
  const actor = await requireActor("account.own");
  const { next } = await searchParams;
  const t = await getTranslations("account");
  return (
    <>
      <h1 className="text-page-phone md:text-page">{t("changePassword")}</h1>
      <Notice tone="attention">{t("changeRequired")}</Notice>
      <ChangePasswordForm login={actor.login} next={safeAddress(typeof next === "string" ? next : null)} />
      <form action={signOutAction}>
        <Button type="submit" variant="quiet">
          {t("signOut")}
        </Button>
      </form>
    </>
  );
}
