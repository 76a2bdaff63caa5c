import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";
import { BUNDLE_FILE_BYTES } from "@/domain/inputs/bundles";
import type { ToldPreview } from "@/server/loaders/bundle-settings";
import { sendForImport, sendForPreview, type ImportedTerms } from "./bundle-client";

const MEGABYTE = 1_000_000;

/** Where an import stands. The chosen file stays in the browser from its preview to its import. */
export function useImport() {
  const t = useTranslations("bundleSettings");
  const errorText = useErrorText();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ToldPreview | null>(null);
  const [imported, setImported] = useState<ImportedTerms | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const busy = useRef(false);

  const send = async <Data>(work: () => Promise<Result<Data>>, done: (data: Data) => void): Promise<void> => {
    if (busy.current) return; // a second press of the same button
    busy.current = true;
    setPending(true);
    setProblem(null);
    try {
      const result = await work();
      if (result.ok) done(result.data);
      else setProblem(errorText(result.code, result.values));
    } catch {
      setProblem(t("noAnswer"));
    } finally {
      busy.current = false;
      setPending(false);
    }
  };

  const choose = (chosen: File | null) => {
    setFile(chosen);
    setPreview(null);
    setImported(null);
    const tooLarge = chosen !== null && chosen.size > BUNDLE_FILE_BYTES;
    setProblem(tooLarge ? errorText("file_too_large", { megabytes: BUNDLE_FILE_BYTES / MEGABYTE }) : null);
  };

  const look = () => {
    if (file === null) return setProblem(t("chooseFirst"));
    if (file.size > BUNDLE_FILE_BYTES) return choose(file);
    return void send(() => sendForPreview(file), setPreview);
  };

  const take = (typedName: string) => {
    if (file === null || !preview?.ok) return;
    const { hash } = preview;
    void send(
      () => sendForImport(file, hash, typedName),
      (done) => {
        setImported(done);
        setPreview(null);
        router.refresh();
      },
    );
  };

  return { file, preview, imported, problem, pending, choose, look, take };
}
