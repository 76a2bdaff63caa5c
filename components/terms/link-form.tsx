"use client"; // what is given up follows from what is linked, as it is chosen

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { TextField } from "@/components/ui/field";
import { saveLinksAction } from "@/server/actions/terms";
import type { TermLinksView } from "@/server/loaders/term-links";
import { LinkFields } from "./link-fields";
import { droppedOf, linkTexts, sentLinks } from "./link-texts";

type LinkFormProps = Pick<TermLinksView, "termId" | "stored" | "targets" | "previous">;

/** How each target goes back to the term before, and what of that term was given up. */
export function LinkForm({ termId, stored, targets, previous }: LinkFormProps) {
  const t = useTranslations("termSettings.links");
  const router = useRouter();
  const { say } = useChangeMessages();
  const form = useChangeForm({
    ...{ stored, confirm: "never" as const },
    toTyped: (state: typeof stored | null) => linkTexts(state, targets, previous.targets),
    send: ({ mode, base, typed, reason }) =>
      saveLinksAction({ ...{ termId, mode, base, reason }, typed: sentLinks(typed, previous.targets) }),
    onSaved: ({ changeId }) => {
      say({ text: t("saved"), changeId });
      router.refresh();
    },
  });
  const error = useFieldErrors(form);
  const dropped = droppedOf(form.typed, previous.targets);
  const fieldLabel = (path: string) => targets[Number(/links\.(\d+)/.exec(path)?.[1])]?.name ?? t("dropped");
  return (
    <ChangeForm {...{ form, fieldLabel }} saveLabel={t("save")}>
      <ol>
        {form.typed.links.map((row, index) => (
          <LinkFields
            key={row.targetId}
            {...{ row, index, error }}
            name={targets[index]?.name ?? row.targetId}
            previous={previous.targets}
            onRow={(changed) =>
              form.set({ links: form.typed.links.map((one, place) => (place === index ? changed : one)) })
            }
          />
        ))}
      </ol>
      <fieldset className="grid gap-3">
        <legend className="text-section font-semibold">{t("dropped")}</legend>
        {dropped.length === 0 && <p className="text-quiet">{t("noneDropped")}</p>}
        {dropped.map(({ code, name }, index) => (
          <TextField
            key={code}
            label={t("droppedReason", { name })}
            value={form.typed.dropped[code] ?? ""}
            error={error(`links.${targets.length + index}.reason`)}
            onChange={(event) => form.set({ dropped: { ...form.typed.dropped, [code]: event.target.value } })}
          />
        ))}
      </fieldset>
    </ChangeForm>
  );
}
