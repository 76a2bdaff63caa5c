"use client"; // asks before a file is taken away

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { newRequestId } from "@/components/entry/request-id";
import { useDeed } from "@/components/changes/use-deed";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useInstantText } from "@/components/ui/use-instant-text";
import { localiseDecimal } from "@/domain/display";
import { fileSize } from "@/domain/evidence";
import type { EvidenceFileView, EvidenceView } from "@/server/loaders/evidence-views";
import { evidenceAddress, removeEvidence } from "./evidence-client";

interface EvidenceListProps {
  readonly evidence: EvidenceView;
  readonly files: readonly EvidenceFileView[];
  readonly name: string;
  readonly onRemoved: (file: EvidenceFileView) => void;
}

/** Files to be downloaded, with what they are, who attached them and when; on paper their names. */
export function EvidenceList({ evidence, files, name, onRemoved }: EvidenceListProps) {
  const t = useTranslations("evidence");
  return (
    <>
      <p className="text-small text-quiet">{t("title")}</p>
      <ul aria-label={t("field", { name })} className="grid w-full gap-1 text-small">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-baseline gap-x-3">
            <a href={evidenceAddress(file.id)} download className="py-1 font-medium break-all underline">
              {file.name}
            </a>
            <FileFacts file={file} />
            {evidence.isOpen && file.removedAt === null && (
              <RemoveButton evidence={evidence} file={file} onRemoved={() => onRemoved(file)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FileFacts({ file }: { readonly file: EvidenceFileView }) {
  const t = useTranslations("evidence");
  const timeText = useInstantText();
  const locale = useLocale() === "en" ? "en" : "vi";
  const { value, unit } = fileSize(file.size);
  const size = `${localiseDecimal(value, locale)} ${unit}`;
  return (
    <>
      <span className="screen-only text-quiet">
        {t("facts", {
          kind: file.ending.toUpperCase(),
          size,
          name: file.attachedBy ?? t("somebody"),
          time: timeText(file.attachedAt),
        })}
      </span>
      {file.removedAt !== null && (
        <span className="text-quiet">
          {t("removedBy", { name: file.removedBy ?? t("somebody"), time: timeText(file.removedAt) })}
        </span>
      )}
    </>
  );
}

interface RemoveButtonProps {
  readonly evidence: EvidenceView;
  readonly file: EvidenceFileView;
  readonly onRemoved: () => void;
}

function RemoveButton({ evidence, file, onRemoved }: RemoveButtonProps) {
  const t = useTranslations("evidence");
  const { pending, problem, perform } = useDeed();
  const [isAsking, setAsking] = useState(false);
  const [requestId] = useState(newRequestId);
  const remove = () =>
    void perform(
      () => removeEvidence(evidence, file.id, requestId),
      () => {
        setAsking(false);
        onRemoved();
      },
    );
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t("remove")}
        <span className="sr-only">: {file.name}</span>
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("removeTitle")}
        description={t("removeText", { file: file.name })}
        closeLabel={t("keep")}
        actions={
          <Button variant="primary" pending={pending} pendingLabel={t("removing")} onClick={remove}>
            {t("remove")}
          </Button>
        }
      >
        {problem && <Notice tone="problem" live title={problem} />}
      </Dialog>
    </>
  );
}
