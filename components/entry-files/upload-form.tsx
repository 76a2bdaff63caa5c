"use client"; // reads the chosen file, shows what it would do, and sends the same file again

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { TakenReports } from "./taken-reports";
import { UploadPreviewSection } from "./upload-preview";
import { useUpload } from "./use-upload";

/** A file on its way in: chosen or dropped, previewed, agreed to, taken in. */
export function UploadForm() {
  const t = useTranslations("entryUpload");
  const { file, preview, taken, problem, pending, choose, look, take } = useUpload();
  return (
    <div className="grid gap-6">
      <form
        className="grid max-w-xl justify-items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <DropField file={file} error={problem} onChoose={choose} />
        <Button type="submit" pending={pending && !preview} pendingLabel={t("looking")}>
          {t("look")}
        </Button>
      </form>
      {preview && file && (
        <UploadPreviewSection key={preview.hash + preview.basis} {...{ preview, file, pending }} onTake={take} />
      )}
      {taken && <TakenReports taken={taken} />}
    </div>
  );
}

interface DropFieldProps {
  readonly file: File | null;
  readonly error: string | null;
  readonly onChoose: (file: File | null) => void;
}

/** The file field, over which a file can be dropped as well. */
function DropField({ file, error, onChoose }: DropFieldProps) {
  const t = useTranslations("entryUpload");
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onChoose(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div
      className={clsx(
        "w-full rounded-control border-[1.5px] border-dashed p-3",
        isOver ? "border-on-track" : "border-edge",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileField
        accept=".xlsx,.csv,.txt"
        label={t("file")}
        chooseLabel={t("choose")}
        chosen={file?.name ?? t("noneChosen")}
        hint={t("fileHint")}
        error={error ?? undefined}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
