"use client"; // keeps what was typed when somebody else saved first

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm, type ChangeAnswer } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { useFormKey } from "@/components/changes/use-form-key";
import { TextField } from "@/components/ui/field";
import type { AccountState, TypedHolding } from "@/domain/inputs/accounts";
import { saveAccountAction } from "@/server/actions/accounts";
import type { AccountDetail } from "@/server/loaders/account-settings";
import { RoleRows } from "./role-rows";
import { useAccountFieldLabel } from "./use-account-field-label";

// Type aliases, not interfaces: only they count as plain JSON.
type Stored = { displayName: string; holdings: { [Key in keyof Held]: Held[Key] }[] };
type Typed = { displayName: string; holdings: TypedHolding[] };
type Held = AccountState["holdings"][number];

function plain({ displayName, holdings }: AccountState): Stored {
  return { displayName, holdings: holdings.map((held) => ({ ...held })) };
}

function typedOf(stored: Stored | null): Typed {
  const rows = (stored?.holdings ?? []).map((held) => ({ ...held, unitId: held.unitId ?? "", to: held.to ?? "" }));
  return { displayName: stored?.displayName ?? "", holdings: rows };
}

/** Name and roles of an account. */
export function EditAccount({ detail }: { readonly detail: AccountDetail }) {
  const { key, ...following } = useFormKey(plain(detail.state));
  return <EditAccountForm key={key} detail={detail} {...following} />;
}

interface EditAccountFormProps {
  readonly detail: AccountDetail;
  readonly onTyped: () => void;
  readonly onSaved: () => void;
}

function EditAccountForm({ detail, onTyped, onSaved }: EditAccountFormProps) {
  const t = useTranslations("accountSettings");
  const { say } = useChangeMessages();
  const { account, choices, onRecord, ended, state } = detail;
  const form = useChangeForm({
    stored: plain(state),
    toTyped: typedOf,
    send: (request) => saveAccountAction({ accountId: account.id, ...request }),
    onSaved: ({ data, changeId }: ChangeAnswer<AccountState>) => {
      say({ text: t(changeId === null ? "unchanged" : "edit.done", { name: data.displayName }), changeId });
      onSaved();
    },
    confirm: "never",
  });
  const { typed } = form;
  const set = (change: Partial<Typed>) => {
    onTyped();
    form.set(change);
  };
  const error = useFieldErrors(form);
  return (
    <ChangeForm form={form} saveLabel={t("edit.submit")} fieldLabel={useAccountFieldLabel()}>
      <TextField
        className="max-w-md"
        label={t("displayName")}
        autoComplete="off"
        value={typed.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
        error={error("displayName")}
      />
      <RoleRows
        holdings={typed.holdings}
        onChange={(holdings) => set({ holdings })}
        units={unitChoices(detail)}
        today={choices.today}
        onRecord={onRecord}
        ended={ended}
        error={error}
      />
    </ChangeForm>
  );
}

/** The cells of today, and those that this account holds although they are no more. */
function unitChoices({ choices, state, account }: AccountDetail) {
  const known = new Set(choices.units.map(({ id }) => id));
  const gone = state.holdings.flatMap(({ id, unitId }) => {
    const name = account.roles.find((role) => role.id === id)?.unitName;
    return unitId !== null && name && !known.has(unitId) ? [{ id: unitId, name }] : [];
  });
  return [...choices.units, ...gone];
}
