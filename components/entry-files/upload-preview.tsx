"use client"; // part of the upload form, which lives in the browser

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useCountText } from "@/components/ui/use-count-text";
import type { ToldRow, UploadPreview } from "@/server/loaders/upload-views";
import { MarkedCopy } from "./marked-copy";

interface UploadPreviewProps {
  readonly preview: UploadPreview;
  readonly file: File;
  readonly pending: boolean;
  readonly onTake: (choices: { readonly skipRefused: boolean; readonly submitComplete: boolean }) => void;
}

/** What taking the file in would do, row by row, and the agreement to it. */
export function UploadPreviewSection({ preview, file, pending, onTake }: UploadPreviewProps) {
  const t = useTranslations("entryUpload");
  const countText = useCountText();
  const heading = useRef<HTMLHeadingElement>(null);
  const { counts, rows, remarks } = preview;
  const differing = counts.new + counts.changed + counts.refused;
  const untold = differing - rows.length;
  useEffect(() => heading.current?.focus(), []);
  const told = {
    ...{ total: differing, fresh: countText(counts.new), changed: countText(counts.changed) },
    ...{ refused: countText(counts.refused), same: countText(counts.same) },
  };
  return (
    <section aria-labelledby="upload-preview" className="grid gap-4">
      <h3 ref={heading} id="upload-preview" tabIndex={-1} className="text-section font-semibold">
        {t("headline", told)}
      </h3>
      {remarks.length > 0 && (
        <Notice>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      )}
      {rows.length > 0 && <PreviewTable rows={rows} />}
      {untold > 0 && <p className="text-small text-quiet">{t("more", { count: countText(untold) })}</p>}
      {counts.refused > 0 && <MarkedCopy file={file} />}
      {counts.new + counts.changed > 0 && <Agreement {...{ preview, pending, onTake }} />}
    </section>
  );
}

function Agreement({ preview, pending, onTake }: Omit<UploadPreviewProps, "file">) {
  const t = useTranslations("entryUpload");
  const countText = useCountText();
  const [skipRefused, setSkipRefused] = useState(false);
  const [submitComplete, setSubmitComplete] = useState(false);
  const { counts, complete } = preview;
  return (
    <div className="grid justify-items-start gap-2">
      {counts.refused > 0 && (
        <CheckboxField
          label={t("skip", { count: countText(counts.refused) })}
          checked={skipRefused}
          onChange={(event) => setSkipRefused(event.target.checked)}
        />
      )}
      {complete > 0 && (
        <CheckboxField
          label={t("submit", { count: complete })}
          checked={submitComplete}
          onChange={(event) => setSubmitComplete(event.target.checked)}
        />
      )}
      <Button
        variant="primary"
        pending={pending}
        pendingLabel={t("applying")}
        onClick={() => onTake({ skipRefused, submitComplete })}
      >
        {t("apply")}
      </Button>
    </div>
  );
}

function PreviewTable({ rows }: { readonly rows: readonly ToldRow[] }) {
  const t = useTranslations("entryUpload");
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <tr>
          <HeadCell>{t("head.address")}</HeadCell>
          <HeadCell>{t("head.figure")}</HeadCell>
          <HeadCell className={WIDE_ONLY}>{t("head.before")}</HeadCell>
          <HeadCell className={WIDE_ONLY}>{t("head.after")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {rows.map((row, place) => (
          <PreviewRow key={`${row.address} ${place}`} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

/** On a phone, what was and what comes stand below the figure's name instead of beside it. */
const WIDE_ONLY = "max-md:hidden";

function PreviewRow({ row }: { readonly row: ToldRow }) {
  const t = useTranslations("entryUpload");
  const { address, outcome, unit, period, measure, before, after, reasons } = row;
  return (
    <Row>
      <Cell className="figure align-top">
        {address}
        <span className="block text-small font-medium whitespace-nowrap">{t(`outcome.${outcome}`)}</span>
      </Cell>
      <Cell className="align-top md:w-1/2">
        {measure}
        <span className="block text-small text-quiet">{[unit, period].filter((text) => text !== "").join(", ")}</span>
        <span className="block md:hidden">
          {before !== "" && <span className="text-quiet">{`${before} → `}</span>}
          <span className="font-medium">{after}</span>
        </span>
        {reasons.map((reason) => (
          <span key={reason.address + reason.text} className="block text-small text-attention">
            {reason.address === address ? reason.text : `${reason.address}: ${reason.text}`}
          </span>
        ))}
      </Cell>
      <Cell className={`${WIDE_ONLY} w-1/4 align-top break-words`}>{before}</Cell>
      <Cell className={`${WIDE_ONLY} w-1/4 align-top font-medium break-words`}>{after}</Cell>
    </Row>
  );
}
