"use client"; // one deed with the reason that it asks for

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import type { ButtonVariant } from "@/components/ui/button";
import { closeTermAction, removeTermAction, reopenTermAction, startTermAction } from "@/server/actions/terms";

const ACTIONS = { start: startTermAction, close: closeTermAction, reopen: reopenTermAction, remove: removeTermAction };

interface TermDeedFormProps {
  readonly termId: string;
  readonly deed: keyof typeof ACTIONS;
  readonly reasonNeeded: boolean;
  readonly variant?: ButtonVariant;
}

/** Puts a term into force, closes it, opens it again or removes a draft. */
export function TermDeedForm({ termId, deed, reasonNeeded, variant = "secondary" }: TermDeedFormProps) {
  const t = useTranslations("termSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const form = useChangeForm({
    ...{ stored: null, reasonNeeded, confirm: "never" as const },
    toTyped: () => ({}),
    send: ({ mode, reason }) => ACTIONS[deed]({ termId, mode, base: null, typed: {}, reason }),
    onSaved: ({ changeId }) => {
      say({ text: t(`deed.${deed}.done`), changeId });
      if (deed === "remove") router.push("/settings/terms");
      else router.refresh();
    },
  });
  return (
    <ChangeForm form={form} saveVariant={variant} saveLabel={t(`deed.${deed}.button`)} fieldLabel={() => t("reason")}>
      <p>{t(`deed.${deed}.text`)}</p>
    </ChangeForm>
  );
}
