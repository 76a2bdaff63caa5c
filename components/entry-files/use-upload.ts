import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";
import { UPLOAD_FILE_BYTES } from "@/domain/inputs/uploads";
import type { TakenUpload, UploadPreview } from "@/server/loaders/upload-views";
import { newRequestId } from "../entry/request-id";
import { sendForPreview, sendForTaking } from "./upload-client";

const MEGABYTE = 1_000_000;

/** Where a file stands on its way in. */
interface Standing {
  readonly file: File | null;
  readonly preview: UploadPreview | null;
  readonly taken: TakenUpload | null;
  readonly problem: string | null;
}

const NOTHING: Standing = { file: null, preview: null, taken: null, problem: null };

/** A file on its way into the reports. It stays in the browser from its preview until it is taken in. */
export function useUpload() {
  const t = useTranslations("entryUpload");
  const errorText = useErrorText();
  const router = useRouter();
  const [standing, setStanding] = useState(NOTHING);
  const [pending, setPending] = useState(false);
  // One id for one agreement, so that a repeated send does no harm.
  const [requestId, setRequestId] = useState("");
  const { file, preview } = standing;

  const change = (changed: Partial<Standing>) => setStanding((now) => ({ ...now, ...changed }));

  const send = async <Data>(work: () => Promise<Result<Data>>, done: (data: Data) => void): Promise<void> => {
    setPending(true);
    change({ problem: null });
    try {
      const result = await work();
      if (result.ok) done(result.data);
      else if (result.code === "stale_version") change({ problem: t("again"), preview: null });
      else change({ problem: errorText(result.code, result.values) });
    } catch {
      change({ problem: t("noAnswer") });
    } finally {
      setPending(false);
    }
  };

  const choose = (chosen: File | null) => {
    const isTooLarge = chosen !== null && chosen.size > UPLOAD_FILE_BYTES;
    const problem = isTooLarge ? errorText("file_too_large", { megabytes: UPLOAD_FILE_BYTES / MEGABYTE }) : null;
    setStanding({ ...NOTHING, file: chosen, problem });
  };

  const look = () => {
    if (file === null) return change({ problem: t("chooseFirst") });
    if (file.size > UPLOAD_FILE_BYTES) return choose(file);
    return void send(
      () => sendForPreview(file),
      (seen) => {
        setRequestId(newRequestId());
        change({ preview: seen, taken: null });
      },
    );
  };

  const take = (choices: { readonly skipRefused: boolean; readonly submitComplete: boolean }) => {
    if (file === null || preview === null) return;
    const { hash, basis } = preview;
    void send(
      () => sendForTaking(file, { requestId, hash, basis, ...choices }),
      (taken) => {
        change({ taken, preview: null });
        router.refresh();
      },
    );
  };

  return { ...standing, pending, choose, look, take };
}
