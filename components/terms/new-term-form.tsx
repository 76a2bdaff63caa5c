"use client"; // what is carried forward is chosen target by target

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import type { TermTexts } from "@/domain/inputs/terms";
import { createTermAction } from "@/server/actions/terms";
import type { PreviousTerm } from "@/server/loaders/term-settings";
import { CarryFields, type CarryTexts } from "./carry-fields";
import { TermFields } from "./term-fields";
import { EMPTY_TERM } from "./term-texts";
import { useTermFieldLabel } from "./use-field-label";

type NewTermTexts = TermTexts & { readonly from: CarryTexts | null };

/** A new term, empty or from the one before it. It begins as a draft that the office alone sees. */
export function NewTermForm({ previous }: { readonly previous: PreviousTerm | null }) {
  const t = useTranslations("termSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const fieldLabel = useTermFieldLabel();
  const form = useChangeForm({
    stored: null,
    toTyped: (): NewTermTexts => ({ ...EMPTY_TERM, startsOn: previous?.nextStartsOn ?? "", from: null }),
    send: ({ mode, typed, reason }) => createTermAction({ mode, base: null, typed, reason }),
    confirm: "never",
    onSaved: ({ changeId, data }) => {
      say({ text: t("created"), changeId });
      router.push(`/settings/terms/${encodeURIComponent(data.code)}`);
    },
  });
  const error = useFieldErrors(form);
  return (
    <ChangeForm {...{ form, fieldLabel }} saveLabel={t("create")}>
      <TermFields {...{ texts: form.typed, set: form.set, error }} codeFixed={false} firstMode="calendar" />
      {previous && (
        <CarryFields {...{ previous, error }} carry={form.typed.from} onCarry={(from) => form.set({ from })} />
      )}
    </ChangeForm>
  );
}
