"use client"; // asks before what cannot be undone, and shows a password once

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import {
  endSessionsAction,
  resetPasswordAction,
  suspendAccountAction,
  unlockAccountAction,
} from "@/server/actions/accounts";
import type { AccountView } from "@/server/loaders/account-settings";
import { OneTimeSlips, type Slip } from "./one-time-slips";
import { useDeed } from "./use-deed";

interface AccountAccessProps {
  readonly account: AccountView;
  readonly isOwn: boolean;
}

/** Who gets in: a new one-time password, open sessions, the lock, suspending and restoring. */
export function AccountAccess({ account, isOwn }: AccountAccessProps) {
  const t = useTranslations("accountSettings");
  const messages = useChangeMessages();
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const say = (text: string, changeId: string | null = null) => messages.say({ text, changeId });
  return (
    <div className="grid gap-4">
      <OneTimeSlips slips={slips} />
      {account.locked && <Unlock account={account} say={say} />}
      {isOwn ? (
        <p className="text-quiet">{t("access.own")}</p>
      ) : (
        <>
          <ResetPassword account={account} onReset={(slip) => setSlips([slip])} />
          <EndSessions account={account} say={say} />
          <Suspend account={account} say={say} />
        </>
      )}
    </div>
  );
}

interface DeedProps {
  readonly account: AccountView;
  readonly say: (text: string, changeId?: string | null) => void;
}

interface ResetPasswordProps extends Pick<DeedProps, "account"> {
  readonly onReset: (slip: Slip) => void;
}

function ResetPassword({ account, onReset }: ResetPasswordProps) {
  const t = useTranslations("accountSettings");
  const { id: accountId } = account;
  const { pending, problem, send } = useDeed(resetPasswordAction);
  return (
    <AskedDeed
      title={t("access.reset")}
      text={t("access.resetText")}
      {...{ pending, problem }}
      onConfirm={(close) =>
        send({ accountId }, (slip) => {
          onReset(slip);
          close();
        })
      }
    />
  );
}

function EndSessions({ account, say }: DeedProps) {
  const t = useTranslations("accountSettings");
  const { id: accountId, displayName: name, openSessions } = account;
  const { pending, problem, send } = useDeed(endSessionsAction);
  return (
    <AskedDeed
      title={t("access.end")}
      text={t("access.endText", { count: openSessions })}
      {...{ pending, problem }}
      onConfirm={(close) =>
        send({ accountId }, (count) => {
          say(t("access.endDone", { name, count }));
          close();
        })
      }
    />
  );
}

function Suspend({ account, say }: DeedProps) {
  const t = useTranslations("accountSettings");
  const { id: accountId, displayName: name } = account;
  const { pending, problem, send } = useDeed(suspendAccountAction);
  const isSuspended = account.standing === "suspended";
  const change = { mode: "save", base: { suspended: isSuspended }, typed: { suspended: !isSuspended } } as const;
  const word = isSuspended ? "restore" : "suspend";
  return (
    <Deed
      text={t(`access.${word}Text`)}
      problem={problem}
      button={
        <Button
          pending={pending}
          onClick={() =>
            send({ accountId, ...change, reason: null }, ({ changeId }) =>
              say(t(`access.${word}Done`, { name }), changeId),
            )
          }
        >
          {t(`access.${word}`)}
        </Button>
      }
    />
  );
}

function Unlock({ account, say }: DeedProps) {
  const t = useTranslations("accountSettings");
  const { id: accountId, displayName: name } = account;
  const { pending, problem, send } = useDeed(unlockAccountAction);
  return (
    <Deed
      text={t("access.unlockText")}
      problem={problem}
      button={
        <Button pending={pending} onClick={() => send({ accountId }, () => say(t("access.unlockDone", { name })))}>
          {t("access.unlock")}
        </Button>
      }
    />
  );
}

interface AskedDeedProps {
  readonly title: string;
  readonly text: string;
  readonly problem: string | null;
  readonly pending: boolean;
  readonly onConfirm: (close: () => void) => void;
}

/** What cannot be undone: its button asks first, in words. */
function AskedDeed({ title, text, problem, pending, onConfirm }: AskedDeedProps) {
  const t = useTranslations("accountSettings");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Deed text={text} problem={null} button={<Button onClick={() => setOpen(true)}>{title}</Button>} />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={text}
        closeLabel={t("cancel")}
        actions={
          <Button variant="primary" pending={pending} onClick={() => onConfirm(() => setOpen(false))}>
            {title}
          </Button>
        }
      >
        {problem && (
          <Notice tone="problem" live>
            {problem}
          </Notice>
        )}
      </Dialog>
    </>
  );
}

interface DeedRowProps {
  readonly text: string;
  readonly problem: string | null;
  readonly button: ReactNode;
}

function Deed({ text, problem, button }: DeedRowProps) {
  return (
    <div className="grid items-center gap-2 border-b border-hairline pb-3 sm:grid-cols-[1fr_auto]">
      <p className="text-small text-quiet">{text}</p>
      <div className="sm:text-right">{button}</div>
      {problem && (
        <Notice tone="problem" live className="sm:col-span-2">
          {problem}
        </Notice>
      )}
    </div>
  );
}
