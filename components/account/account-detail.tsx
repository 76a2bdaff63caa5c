import { useTranslations } from "next-intl";
import Link from "next/link";
import { useDateText } from "@/components/ui/use-date-text";
import { useInstantText } from "@/components/ui/use-instant-text";
import type { AccountDetail as Detail } from "@/server/loaders/account-settings";
import { AccountAccess } from "./account-access";
import { EditAccount } from "./edit-account-form";
import { RoleLines } from "./role-lines";

/** One account: what it is, its name and roles, and how it gets in. */
export function AccountDetail({ detail }: { readonly detail: Detail }) {
  const t = useTranslations("accountSettingsPage");
  const instantText = useInstantText();
  const dateText = useDateText();
  const { login, displayName, standing, lastSignIn, locked, oneTime, roles, id } = detail.account;
  const signedIn = lastSignIn === null ? t("neverSignedIn") : t("signedIn", { at: instantText(lastSignIn) });
  return (
    <div className="grid max-w-form gap-8">
      <header className="grid gap-2">
        <p className="screen-only text-small text-quiet">
          <Link href="/settings/accounts">{t("back")}</Link>
        </p>
        <h1 className="text-page-phone md:text-page">{displayName}</h1>
        <p className="text-quiet">
          {t("summary", { login, standing: t(`standings.${standing}`), signedIn })} {locked && t("locked")}
        </p>
        {oneTime && (
          <p className={oneTime.isOver ? "font-medium text-attention" : undefined}>
            {t(oneTime.isOver ? "oneTime.over" : "oneTime.valid", { date: dateText(oneTime.until) })}
          </p>
        )}
        <RoleLines roles={roles} />
      </header>
      <section aria-labelledby="edit" className="screen-only grid gap-3">
        <h2 id="edit" className="text-section font-semibold">
          {t("edit")}
        </h2>
        <p className="text-quiet">{t("editText")}</p>
        <EditAccount key={id} detail={detail} />
      </section>
      <section aria-labelledby="access" className="screen-only grid gap-3">
        <h2 id="access" className="text-section font-semibold">
          {t("access")}
        </h2>
        <AccountAccess key={id} {...detail} />
      </section>
    </div>
  );
}
