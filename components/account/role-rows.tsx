"use client"; // rows come and go while the form is filled in

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldError, SelectField } from "@/components/ui/field";
import type { TypedHolding } from "@/domain/inputs/accounts";
import { roles, type Role } from "@/domain/roles";
import type { Choice } from "@/server/loaders/account-settings";

interface RoleRowsProps {
  readonly holdings: readonly TypedHolding[];
  readonly onChange: (holdings: TypedHolding[]) => void;
  readonly units: readonly Choice[];
  readonly today: string;
  /** The rows, by id, that are neither removed nor given to another unit. */
  readonly onRecord?: readonly string[];
  /** The rows, by id, that are not shown because nothing about them changes. */
  readonly ended?: readonly string[];
  readonly error: (field: string) => string | undefined;
}

/** A role as a form begins with it. */
export function emptyHolding(from: string, role: Role = "secretary", unitId = ""): TypedHolding {
  return { id: "", role, unitId, from, to: "" };
}

/** The roles of one account, a row each. */
export function RoleRows(props: RoleRowsProps) {
  const { holdings, onChange, units, today, onRecord = [], ended = [], error } = props;
  const t = useTranslations("accountSettings");
  const problem = error("holdings");
  return (
    <div className="grid gap-3">
      {holdings.map((holding, index) =>
        ended.includes(holding.id) ? null : (
          <RoleRow
            key={holding.id || index}
            holding={holding}
            onChange={(change) => onChange(holdings.with(index, { ...holding, ...change }))}
            onRemove={() => onChange(holdings.toSpliced(index, 1))}
            fixed={onRecord.includes(holding.id)}
            removable={!onRecord.includes(holding.id) && holdings.length > 1}
            units={units}
            error={(field) => error(`holdings.${index}.${field}`)}
          />
        ),
      )}
      <FieldError>{problem}</FieldError>
      <div>
        <Button onClick={() => onChange([...holdings, emptyHolding(today)])}>{t("roles.add")}</Button>
      </div>
    </div>
  );
}

interface RoleRowProps {
  readonly holding: TypedHolding;
  readonly onChange: (change: Partial<TypedHolding>) => void;
  readonly onRemove: () => void;
  readonly fixed: boolean;
  readonly removable: boolean;
  readonly units: readonly Choice[];
  readonly error: (field: string) => string | undefined;
}

function RoleRow({ holding, onChange, onRemove, fixed, removable, units, error }: RoleRowProps) {
  const t = useTranslations("accountSettings");
  const account = useTranslations("account");
  return (
    <fieldset className="grid items-start gap-3 border-b border-hairline pb-3 sm:grid-cols-2 lg:grid-cols-[1fr_1.4fr_1fr_1fr_auto]">
      <legend className="sr-only">{t("roles.one")}</legend>
      <SelectField
        label={t("roles.role")}
        value={holding.role}
        disabled={fixed}
        options={roles.map((role) => ({ value: role, label: account(`role.${role}`) }))}
        onChange={(event) => onChange({ role: event.currentTarget.value as Role })}
        error={error("role")}
      />
      {holding.role === "secretary" ? (
        <SelectField
          label={t("roles.unitId")}
          value={holding.unitId}
          disabled={fixed}
          options={[{ value: "", label: t("choose") }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ unitId: event.currentTarget.value })}
          error={error("unitId")}
        />
      ) : (
        <p className="text-small text-quiet sm:pt-7">{t("roles.everywhere")}</p>
      )}
      <DateField
        label={t("roles.from")}
        value={holding.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
        error={error("from")}
      />
      <DateField
        label={t("roles.to")}
        hint={t("roles.toHint")}
        value={holding.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        error={error("to")}
      />
      {removable && (
        <Button variant="quiet" className="justify-self-start max-lg:-ml-2 lg:mt-6" onClick={onRemove}>
          {t("roles.remove")}
        </Button>
      )}
    </fieldset>
  );
}
