"use client"; // a form of the settings

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { TextField } from "@/components/ui/field";
import type { TypedOrganisation } from "@/domain/inputs/organisations";
import { saveOrganisationAction } from "@/server/actions/organisations";

const BODIES = ["name", "superior"] as const;
const SHORT_FIELDS = ["place", "bodyCode", "signatoryOnBehalfOf", "signatoryTitle", "signatoryName"] as const;
const FIELDS = [...BODIES, ...SHORT_FIELDS];

type Texts = Record<(typeof FIELDS)[number], string>;

const textsOf = (stored: TypedOrganisation | null) =>
  Object.fromEntries(FIELDS.map((field) => [field, stored?.[field] ?? ""])) as Texts;

/** How the organisation's papers are headed and signed. */
export function OrganisationForm({ stored }: { readonly stored: TypedOrganisation | null }) {
  const t = useTranslations("termSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const form = useChangeForm({
    ...{ stored, toTyped: textsOf, confirm: "never" as const },
    send: (request) => saveOrganisationAction(request),
    onSaved: ({ changeId }) => {
      say({ text: t("organisation.saved"), changeId });
      router.push("/settings");
    },
  });
  const label = (path: string) => {
    const field = FIELDS.find((known) => path.endsWith(known));
    return field ? t(`organisation.field.${field}`) : t("reason");
  };
  const error = useFieldErrors(form);
  const field = (name: (typeof FIELDS)[number]) => (
    <TextField
      key={name}
      name={name}
      label={t(`organisation.field.${name}`)}
      hint={t(`organisation.hint.${name}`)}
      value={form.typed[name]}
      autoComplete="off"
      error={error(name)}
      onChange={(event) => form.set({ [name]: event.target.value })}
    />
  );
  return (
    <ChangeForm form={form} saveLabel={t("save")} fieldLabel={label}>
      {BODIES.map(field)}
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">{SHORT_FIELDS.map(field)}</div>
    </ChangeForm>
  );
}
