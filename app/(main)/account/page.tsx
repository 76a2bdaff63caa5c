import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/account/change-password-form";
import { MailForm } from "@/components/account/mail-form";
import { OwnAccount } from "@/components/account/own-account";
import { Notice } from "@/components/ui/notice";
import { loadOwnAccount } from "@/server/loaders/accounts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** One's own account: who one is here, and a new password. */
export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { changed } = await searchParams;
  const [t, account] = await Promise.all([getTranslations("account"), loadOwnAccount()]);
  return (
    <div className="grid max-w-form gap-6">
      <h1 className="text-page-phone md:text-page">{t("title")}</h1>
      <OwnAccount account={account} />
      <section aria-labelledby="mail" className="grid gap-3">
        <h2 id="mail" className="text-section font-semibold">
          {t("mail.title")}
        </h2>
        <MailForm mail={account.mail} mailLanguage={account.mailLanguage} sendsMail={account.sendsMail} />
      </section>
      <section aria-labelledby="change-password" className="screen-only grid gap-3">
        <h2 id="change-password" className="text-section font-semibold">
          {t("changePassword")}
        </h2>
        {changed && (
          <Notice tone="done" live>
            {t("changed")}
          </Notice>
        )}
        <ChangePasswordForm login={account.login} next="/account?changed=1" />
      </section>
    </div>
  );
}
