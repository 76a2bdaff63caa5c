import { useTranslations } from "next-intl";
import { useProseCount } from "@/components/ui/use-count-text";
import type { AccountsView } from "@/server/loaders/account-settings";
import { AccountList } from "./account-list";
import { HandoverForm } from "./handover-form";
import { OpenAccountForm } from "./open-account-form";

/** All accounts, how one is opened, and how a cell passes to its next secretary. */
export function AccountSettings({ view }: { readonly view: AccountsView }) {
  const t = useTranslations("accountSettingsPage");
  const { accounts, cellsWithout, choices } = view;
  return (
    <div className="grid gap-8">
      <header className="grid max-w-form gap-2">
        <h1 className="text-page-phone md:text-page">{useHeadline(view)}</h1>
        {cellsWithout.length > 0 && (
          <p className="text-attention">{t("cellsWithout", { cells: cellsWithout.join(", ") })}</p>
        )}
        <nav aria-label={t("onThisPage")} className="screen-only flex flex-wrap gap-4">
          <a href="#open">{t("open")}</a>
          <a href="#handover">{t("handover")}</a>
        </nav>
      </header>
      <AccountList accounts={accounts} />
      <section id="open" aria-labelledby="open-title" className="screen-only grid max-w-form gap-3">
        <h2 id="open-title" className="text-section font-semibold">
          {t("open")}
        </h2>
        <p className="text-quiet">{t("openText")}</p>
        <OpenAccountForm choices={choices} />
      </section>
      <section id="handover" aria-labelledby="handover-title" className="screen-only grid max-w-form gap-3">
        <h2 id="handover-title" className="text-section font-semibold">
          {t("handover")}
        </h2>
        <p className="text-quiet">{t("handoverText")}</p>
        <HandoverForm choices={choices} />
      </section>
    </div>
  );
}

function useHeadline({ accounts }: AccountsView): string {
  const t = useTranslations("accountSettingsPage");
  const prose = useProseCount();
  const count = (standing: string) => accounts.filter((account) => account.standing === standing).length;
  const parts = (["active", "waiting", "reset", "suspended"] as const).flatMap((standing) =>
    count(standing) === 0 ? [] : [t(`counted.${standing}`, { count: prose(count(standing)) })],
  );
  return t("headline", { total: accounts.length, count: prose(accounts.length), parts: parts.join(", ") });
}
