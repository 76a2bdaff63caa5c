"use client"; // keeps what was typed when somebody else suspended first

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { useFormKey } from "@/components/changes/use-form-key";
import { TextField } from "@/components/ui/field";
import type { SuspensionState } from "@/domain/inputs/accounts";
import { suspendAccountAction } from "@/server/actions/accounts";
import type { AccountDetail } from "@/server/loaders/account-settings";

type Typed = { readonly suspended: boolean; readonly note: string };

function typedOf(stored: SuspensionState | null): Typed {
  return { suspended: stored?.suspended ?? false, note: stored?.note ?? "" };
}

type SuspensionProps = Pick<AccountDetail, "account" | "suspension">;

/** Suspends an account with a reason, or lets its person in again. */
export function Suspension(props: SuspensionProps) {
  const { key, ...following } = useFormKey(props.suspension);
  return <SuspensionForm key={key} {...props} {...following} />;
}

interface SuspensionFormProps extends SuspensionProps {
  readonly onTyped: () => void;
  readonly onSaved: () => void;
}

function SuspensionForm({ account, suspension, onTyped, onSaved }: SuspensionFormProps) {
  const t = useTranslations("accountSettings");
  const { say } = useChangeMessages();
  const { id: accountId, displayName: name } = account;
  const word = suspension.suspended ? "restore" : "suspend";
  const form = useChangeForm<SuspensionState, Typed, null>({
    stored: suspension,
    confirm: "never",
    toTyped: typedOf,
    // The button's word is what was meant, whatever somebody else made of the account meanwhile.
    send: ({ typed, ...request }) =>
      suspendAccountAction({ ...request, accountId, typed: { ...typed, suspended: word === "suspend" } }),
    onSaved: ({ changeId }) => {
      say({ text: t(changeId === null ? "unchanged" : `access.${word}Done`, { name }), changeId });
      onSaved();
    },
  });
  const error = useFieldErrors(form);
  return (
    <ChangeForm
      form={form}
      name={t(`access.${word}`)}
      saveLabel={t(`access.${word}`)}
      saveVariant="secondary"
      fieldLabel={() => t("access.note")}
    >
      <p className="text-small text-quiet">{t(`access.${word}Text`)}</p>
      {word === "restore" ? (
        suspension.note && <p>{t("access.noteIs", { note: suspension.note })}</p>
      ) : (
        <TextField
          className="max-w-md"
          label={t("access.note")}
          hint={t("access.noteHint")}
          autoComplete="off"
          value={form.typed.note}
          onChange={(event) => {
            onTyped();
            form.set({ note: event.currentTarget.value });
          }}
          error={error("note")}
        />
      )}
    </ChangeForm>
  );
}
