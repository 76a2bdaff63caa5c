"use client"; // part of the upload form: the file is in the browser, its marked copy comes back as another

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { sendForMarks } from "./upload-client";

/** Gives the file back with the cells marked that were refused. */
export function MarkedCopy({ file }: { readonly file: File }) {
  const t = useTranslations("entryUpload");
  const errorText = useErrorText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const fetchCopy = async () => {
    setPending(true);
    setProblem(null);
    try {
      const answer = await sendForMarks(file);
      if (answer.ok) keep(answer.data.content, answer.data.fileName);
      else setProblem(errorText(answer.code, answer.values));
    } catch {
      setProblem(t("noAnswer"));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button pending={pending} pendingLabel={t("marking")} onClick={() => void fetchCopy()}>
        {t("marked")}
      </Button>
      {problem && (
        <Notice tone="problem" live>
          {problem}
        </Notice>
      )}
    </div>
  );
}

/** Lets the browser save what it holds. */
function keep(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
