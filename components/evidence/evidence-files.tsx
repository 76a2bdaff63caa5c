"use client"; // sends files one by one while the page around it stays as it is

import { useTranslations } from "next-intl";
import { useEffect, useRef, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { EVIDENCE_ACCEPT } from "@/domain/evidence";
import type { EvidenceOwner, EvidenceView } from "@/server/loaders/evidence-views";
import { EvidenceList } from "./evidence-list";
import { useEvidence, type Sending } from "./use-evidence";

interface EvidenceFilesProps {
  /** Undefined where there are no files and none are taken: then nothing is shown. */
  readonly evidence: EvidenceView | undefined;
  /** What they prove, for whoever cannot see beside what they stand. */
  readonly name: string;
}

/** The files beside a figure or an answer: a list to download from, and where it is open, a field to attach more. */
export function EvidenceFiles({ evidence, name }: EvidenceFilesProps) {
  return evidence ? <Evidence evidence={evidence} name={name} /> : null;
}

function Evidence({ evidence, name }: { readonly evidence: EvidenceView; readonly name: string }) {
  const t = useTranslations("evidence");
  const { files, sendings, said, removals, choose, retry, forget } = useEvidence(evidence);
  const status = useRef<HTMLParagraphElement>(null);
  // The button that was pressed has gone with its file: the keyboard goes on from what is said about it.
  useEffect(() => {
    if (removals > 0) status.current?.focus();
  }, [removals]);
  return (
    <div
      className="grid justify-items-start gap-1 empty:hidden"
      // It may stand in a form that reads its own fields and moves between them.
      {...{ onInput: stop, onKeyDown: stop }}
    >
      {files.length > 0 && <EvidenceList {...{ evidence, files, name }} onRemoved={forget} />}
      <p ref={status} role="status" tabIndex={-1} className="screen-only text-small empty:absolute">
        {said}
      </p>
      {evidence.megabytes !== null && (
        <AttachField
          {...{ name, sendings, choose, retry }}
          owner={evidence.owner.type}
          megabytes={evidence.megabytes}
          hasFiles={files.length > 0}
        />
      )}
      {evidence.isOpen && (
        <noscript>
          <p className="text-small text-quiet">{t("noScript")}</p>
        </noscript>
      )}
    </div>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

interface AttachFieldProps {
  readonly name: string;
  readonly owner: EvidenceOwner["type"];
  readonly megabytes: number;
  readonly hasFiles: boolean;
  readonly sendings: readonly Sending[];
  readonly choose: (files: readonly File[]) => void;
  readonly retry: () => void;
}

/** Folded away in the browser's own element: most figures need no file. */
function AttachField({ name, owner, megabytes, hasFiles, sendings, choose, retry }: AttachFieldProps) {
  const t = useTranslations("evidence");
  const refused = sendings.filter(({ problem }) => problem !== null);
  return (
    <details className="screen-only">
      <summary className="w-fit py-1 text-small text-quiet underline">{t(hasFiles ? "attachMore" : "attach")}</summary>
      <div className="grid justify-items-start gap-2 py-1">
        <FileField
          multiple
          accept={EVIDENCE_ACCEPT}
          label={t("field", { name })}
          hint={`${t(`goesWith.${owner}`)} ${t("hint", { megabytes })}`}
          chooseLabel={t("choose")}
          chosen={<Progress sendings={sendings} />}
          error={
            refused.length === 0
              ? undefined
              : refused.map(({ requestId, file, problem }) => (
                  <span key={requestId} className="block break-words">
                    {file.name}: {problem}
                  </span>
                ))
          }
          onChange={({ target }) => {
            choose(Array.from(target.files ?? []));
            target.value = ""; // the same file can be chosen again
          }}
        />
        {refused.some(({ isLost }) => isLost) && <Button onClick={retry}>{t("retry")}</Button>}
      </div>
    </details>
  );
}

const PERCENT = 100;

/** The file that is on its way, and how many wait behind it. */
function Progress({ sendings }: { readonly sendings: readonly Sending[] }) {
  const t = useTranslations("evidence");
  const underWay = sendings.filter(({ problem }) => problem === null);
  const [current] = underWay;
  if (!current) return null;
  const percent = Math.floor((current.share ?? 0) * PERCENT);
  const values = { file: current.file.name, percent, waiting: underWay.length - 1 };
  return <span aria-busy>{t(percent < PERCENT ? "sending" : "checking", values)}</span>;
}
