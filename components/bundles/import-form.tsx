"use client"; // reads the chosen file, shows what it would do, and sends the same file again

import { useTranslations } from "next-intl";
import Link from "next/link";
import { TypeNameToConfirm } from "@/components/changes/type-name-to-confirm";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { Notice } from "@/components/ui/notice";
import { ImportPreview } from "./import-preview";
import { ImportProblems } from "./import-problems";
import { useImport } from "./use-import";

/** A file on its way in: chosen, previewed, confirmed by the term's name, taken in. */
export function ImportForm() {
  const t = useTranslations("bundleSettings");
  const { file, preview, imported, problem, pending, choose, look, take } = useImport();
  return (
    <div className="grid gap-5">
      <form
        className="grid max-w-xl justify-items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <FileField
          accept=".json,application/json"
          label={t("file")}
          chooseLabel={t("choose")}
          chosen={file?.name ?? t("noneChosen")}
          hint={t("fileHint")}
          error={preview?.ok ? undefined : (problem ?? undefined)}
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
        <Button type="submit" pending={pending && !preview} pendingLabel={t("looking")}>
          {t("look")}
        </Button>
      </form>
      {imported && (
        <Notice tone="done" title={t("done.title")} live>
          <ul>
            {imported.terms.map(({ code, name }) => (
              <li key={code}>
                <Link href={`/?${new URLSearchParams({ term: code }).toString()}`}>{t("done.open", { name })}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {preview && !preview.ok && <ImportProblems {...preview} />}
      {preview?.ok && (
        <>
          <ImportPreview preview={preview} />
          <TypeNameToConfirm
            name={preview.confirmName}
            actionLabel={t("confirm.button")}
            pending={pending}
            onConfirm={take}
          >
            <p className="font-semibold">{t("confirm.title")}</p>
            <p>{t("confirm.text")}</p>
          </TypeNameToConfirm>
          {problem && (
            <Notice tone="problem" live>
              {problem}
            </Notice>
          )}
        </>
      )}
    </div>
  );
}
