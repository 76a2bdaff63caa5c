"use client"; // saves, takes back, and says what became of it

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { gridAddress } from "./grid-address";
import { isUnsavedLine } from "./grid-lines";
import { countProblems } from "./grid-problems";
import type { Pasted } from "./use-grid-clipboard";
import { isReadyLine, type useGridSaving } from "./use-grid-saving";
import type { GridSheet } from "./use-grid-sheet";

interface GridActionsProps {
  readonly view: GridView;
  readonly sheet: GridSheet;
  readonly saving: ReturnType<typeof useGridSaving>;
  readonly pasted: Pasted | null;
  readonly isKept: boolean;
}

/** The line below the grid: what is not saved yet, and the buttons. */
export function GridActions({ view, sheet, saving, pasted, isKept }: GridActionsProps) {
  const t = useTranslations("entryGrid");
  const [submits, setSubmits] = useState(false);
  const open = sheet.lines.filter(({ report }) => report.closure === null);
  const unsaved = open.filter(isUnsavedLine);
  const ready = open.filter(isReadyLine);
  const isNothing = unsaved.length === 0 && !(submits && ready.length > 0);
  return (
    <div className="grid gap-2">
      <PastedNote pasted={pasted} wrong={countProblems(sheet.lines, sheet.columns)} />
      <SavingNote {...{ view, saving, isKept }} isAllSaved={unsaved.length === 0} />
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-48 basis-full text-small text-quiet md:flex-1 md:basis-0">
          <span role="status" className={unsaved.length === 0 ? "text-met" : "text-attention"}>
            {t(isKept ? "unsaved" : "unkept", { count: unsaved.length })}
          </span>{" "}
          {t("privacy")}
        </p>
        <Button onClick={sheet.undo ?? undefined} disabled={sheet.undo === null}>
          {t("undo")}
        </Button>
        <Button onClick={sheet.redo ?? undefined} disabled={sheet.redo === null}>
          {t("redo")}
        </Button>
        <CheckboxField
          label={t("submit", { count: ready.length })}
          checked={submits}
          onChange={({ target }) => setSubmits(target.checked)}
        />
        <Button
          variant="primary"
          disabled={isNothing}
          pending={saving.status.type === "saving"}
          pendingLabel={t("saving")}
          onClick={() => void saving.save(submits)}
        >
          {t(submits ? "saveAndSubmit" : "save")}
        </Button>
      </div>
    </div>
  );
}

function PastedNote({ pasted, wrong }: { readonly pasted: Pasted | null; readonly wrong: number }) {
  const t = useTranslations("entryGrid.pasted");
  return (
    <p role="status" className="text-small empty:hidden">
      {pasted && (
        <>
          {t("written", { count: pasted.written, untouched: pasted.untouched, wrong })}{" "}
          {pasted.closed > 0 && t("closed", { count: pasted.closed })}{" "}
          {pasted.outside > 0 && t("outside", { count: pasted.outside })}
        </>
      )}
    </p>
  );
}

interface SavingNoteProps extends Pick<GridActionsProps, "view" | "saving" | "isKept"> {
  readonly isAllSaved: boolean;
}

/** What came of saving; that all is saved is said until something else is typed. */
function SavingNote({ view, saving: { status }, isKept, isAllSaved }: SavingNoteProps) {
  const t = useTranslations("entryGrid.saved");
  const tError = useTranslations("errors");
  switch (status.type) {
    case "saved":
      return (
        isAllSaved && (
          <Notice tone="done" live title={t("title", { drafts: status.drafts, submitted: status.submitted })}>
            {status.drafts > 0 && t("drafts")}
          </Notice>
        )
      );
    case "unanswered":
      return <Notice tone="problem" live title={t("unanswered")} />;
    case "overtaken":
      return <Notice tone="problem" live title={t("overtaken", { count: status.count })} />;
    case "refused":
      return (
        <Notice tone="problem" live title={tError(status.failure.code, { id: "", ...status.failure.values })}>
          {status.failure.code === "session_expired" && (
            <>
              <p>{t(isKept ? "expired" : "expiredUnkept")}</p>
              <ButtonLink
                href={`/sign-in?next=${encodeURIComponent(gridAddress(view))}`}
                target={isKept ? undefined : "_blank"}
                className="mt-2"
              >
                {t("signIn")}
              </ButtonLink>
            </>
          )}
        </Notice>
      );
    default:
      return null;
  }
}
