"use client"; // keeps what was typed when somebody else saved first

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AccountState, TypedHolding } from "@/domain/inputs/accounts";
import { saveAccountAction } from "@/server/actions/accounts";
import type { AccountDetail } from "@/server/loaders/account-settings";
import { DeedDone, type Done } from "./deed-done";
import { RoleRows } from "./role-rows";
import { useDeed } from "./use-deed";

interface Typed {
  readonly displayName: string;
  readonly holdings: TypedHolding[];
}

function typedOf({ displayName, holdings }: AccountState): Typed {
  const rows = holdings.map((held) => ({ ...held, unitId: held.unitId ?? "", to: held.to ?? "" }));
  return { displayName, holdings: rows };
}

/** Name and roles of an account, with the message that confirms them and takes them back. */
export function EditAccount({ detail }: { readonly detail: AccountDetail }) {
  const t = useTranslations("accountSettings");
  const [done, setDone] = useState<Done | null>(null);
  const [undone, setUndone] = useState(false);
  const takenBack = () => {
    setDone({ text: t("undone"), changeId: null });
    setUndone(true);
  };
  return (
    <div className="grid gap-4">
      {done && <DeedDone key={done.changeId} done={done} onUndone={takenBack} />}
      {/* After taking back, the form follows what is stored; before, it keeps what is being typed. */}
      <EditAccountForm key={undone ? JSON.stringify(detail.state) : ""} detail={detail} onDone={setDone} />
    </div>
  );
}

interface EditAccountFormProps {
  readonly detail: AccountDetail;
  readonly onDone: (done: Done) => void;
}

function EditAccountForm({ detail, onDone }: EditAccountFormProps) {
  const t = useTranslations("accountSettings");
  const { account, choices, onRecord, ended } = detail;
  const { form, pending, failure, problem, error, send } = useDeed(saveAccountAction);
  const [base, setBase] = useState(detail.state);
  const [typed, setTyped] = useState(() => typedOf(detail.state));
  const fill = (state: AccountState) => {
    setBase(state);
    setTyped(typedOf(state));
  };
  const save = (from: AccountState) =>
    send({ accountId: account.id, mode: "save", base: jsonOf(from), typed, reason: null }, ({ data, changeId }) => {
      fill(data);
      onDone({ text: t(changeId === null ? "edit.same" : "edit.done", { name: data.displayName }), changeId });
    });
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(base);
      }}
    >
      {failure?.code === "overtaken" ? (
        <Overtaken
          problem={problem}
          current={JSON.parse(String(failure.values.current)) as AccountState}
          onTheirs={fill}
          onMine={save}
        />
      ) : (
        problem && (
          <Notice tone="problem" live>
            {problem}
          </Notice>
        )
      )}
      <TextField
        className="max-w-md"
        label={t("displayName")}
        autoComplete="off"
        value={typed.displayName}
        onChange={(event) => setTyped({ ...typed, displayName: event.currentTarget.value })}
        error={error("displayName")}
      />
      <RoleRows
        holdings={typed.holdings}
        onChange={(holdings) => setTyped({ ...typed, holdings })}
        units={unitChoices(detail)}
        today={choices.today}
        onRecord={onRecord}
        ended={ended}
        error={error}
      />
      <div>
        <Button type="submit" variant="primary" pending={pending} pendingLabel={t("pending")}>
          {t("edit.submit")}
        </Button>
      </div>
    </form>
  );
}

/** A state as plain JSON, as it is sent along. */
function jsonOf({ displayName, holdings }: AccountState) {
  return { displayName, holdings: holdings.map((held) => ({ ...held })) };
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

interface OvertakenProps {
  readonly problem: string | null;
  readonly current: AccountState;
  readonly onTheirs: (current: AccountState) => void;
  readonly onMine: (current: AccountState) => void;
}

/** What somebody else saved meanwhile; what was typed stands below it until one of the two is chosen. */
function Overtaken({ problem, current, onTheirs, onMine }: OvertakenProps) {
  const t = useTranslations("accountSettings");
  const account = useTranslations("account");
  const roles = current.holdings.map(({ role, from, to }) => `${account(`role.${role}`)} ${from} – ${to ?? "…"}`);
  return (
    <Notice tone="attention" live title={problem}>
      <p>{t("edit.theirs", { name: current.displayName, roles: roles.join("; ") })}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button onClick={() => onTheirs(current)}>{t("edit.takeTheirs")}</Button>
        <Button onClick={() => onMine(current)}>{t("edit.keepMine")}</Button>
      </div>
    </Notice>
  );
}
