"use client"; // asks before what cannot be undone, and shows a password once

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { DeedButton } from "@/components/changes/deed-button";
import { endSessionsAction, resetPasswordAction, unlockAccountAction } from "@/server/actions/accounts";
import type { AccountDetail } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { Suspension } from "./suspension-form";

type AccountAccessProps = Pick<AccountDetail, "account" | "suspension" | "isOwn">;

/** Who gets in: the lock, a new one-time password, open sessions, suspending and restoring. */
export function AccountAccess({ account, suspension, isOwn }: AccountAccessProps) {
  const t = useTranslations("accountSettings");
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const { id: accountId, displayName: name, openSessions } = account;
  return (
    <div className="grid gap-4">
      <OneTimeSlips slips={slips} />
      {account.locked && (
        <Deed text={t("access.unlockText")}>
          <DeedButton
            variant="secondary"
            send={() => unlockAccountAction({ accountId })}
            told={() => ({ text: t("access.unlockDone", { name }), changeId: null })}
          >
            {t("access.unlock")}
          </DeedButton>
        </Deed>
      )}
      {isOwn ? (
        <p className="text-quiet">{t("access.own")}</p>
      ) : (
        <>
          <Deed text={t("access.resetText")}>
            <DeedButton
              variant="secondary"
              warning={t("access.resetText")}
              send={() => resetPasswordAction({ accountId })}
              told={(slip) => {
                setSlips([slip]);
                return null;
              }}
            >
              {t("access.reset")}
            </DeedButton>
          </Deed>
          <Deed text={t("access.endText", { count: openSessions })}>
            <DeedButton
              variant="secondary"
              warning={t("access.endText", { count: openSessions })}
              send={() => endSessionsAction({ accountId })}
              told={(count) => ({ text: t("access.endDone", { name, count }), changeId: null })}
            >
              {t("access.end")}
            </DeedButton>
          </Deed>
          <Suspension account={account} suspension={suspension} />
        </>
      )}
    </div>
  );
}

function Deed({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="grid items-center gap-2 border-b border-hairline pb-3 sm:grid-cols-[1fr_auto]">
      <p className="text-small text-quiet">{text}</p>
      <div className="sm:text-right">{children}</div>
    </div>
  );
}
