"use client"; // stands in forms

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { TextField } from "@/components/ui/field";
import { proposeLogin } from "@/domain/logins";

interface Person {
  readonly displayName: string;
  /** Empty while the proposed one will do. */
  readonly login: string;
}

/** The login of a new account: what was typed, or one after the name that nobody has. */
export function loginOf({ displayName, login }: Person, taken: readonly { readonly login: string }[]): string {
  return login || proposeLogin(displayName, new Set(taken.map((account) => account.login)));
}

interface PersonFieldsProps {
  readonly person: Person;
  /** What stands in the field of the login: typed or proposed. */
  readonly login: string;
  readonly onChange: (change: Partial<Person>) => void;
  readonly error: (field: string) => string | undefined;
  readonly nameRef?: Ref<HTMLInputElement>;
}

/** Who gets a new account: the name, and the login that follows from it. */
export function PersonFields({ person, login, onChange, error, nameRef }: PersonFieldsProps) {
  const t = useTranslations("accountSettings");
  return (
    <>
      <TextField
        ref={nameRef}
        label={t("displayName")}
        hint={t("displayNameHint")}
        autoComplete="off"
        value={person.displayName}
        onChange={(event) => onChange({ displayName: event.currentTarget.value })}
        error={error("displayName")}
      />
      <TextField
        label={t("login")}
        hint={t("loginHint")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={(event) => onChange({ login: event.currentTarget.value })}
        error={error("login")}
      />
    </>
  );
}
