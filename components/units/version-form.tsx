"use client"; // a slip in a name is corrected in place

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { TextField } from "@/components/ui/field";
import { useFold } from "@/components/ui/fold";
import { correctUnitNameAction } from "@/server/actions/units";

type Named = { readonly name: string };

interface VersionFormProps {
  readonly unitId: string;
  /** The first day of the version. */
  readonly from: string;
  readonly name: string;
}

/** Corrects how a name is written since a day; a new name is an event of its own. */
export function VersionForm({ unitId, from, name }: VersionFormProps) {
  const t = useTranslations("unitSettings");
  const router = useRouter();
  const messages = useChangeMessages();
  const fold = useFold();
  const form = useChangeForm<Named, Named, null>({
    stored: { name },
    toTyped: (stored) => ({ name: stored?.name ?? "" }),
    confirm: "never",
    send: ({ mode, base, typed, reason }) => correctUnitNameAction({ mode, base, typed, reason, unitId, from }),
    onSaved: ({ changeId }) => {
      messages.say({ text: t("version.saved"), changeId });
      fold.close();
      router.refresh();
    },
  });
  const error = useFieldErrors(form);
  return (
    <ChangeForm form={form} saveLabel={t("version.save")} fieldLabel={() => t("version.name")}>
      <TextField
        label={t("version.name")}
        hint={t("version.hint")}
        value={form.typed.name}
        autoComplete="off"
        onChange={(event) => form.set({ name: event.target.value })}
        error={error("name")}
      />
    </ChangeForm>
  );
}
