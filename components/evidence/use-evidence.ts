import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newRequestId } from "@/components/entry/request-id";
import { useErrorText } from "@/components/ui/use-error-text";
import { evidenceBytes } from "@/domain/evidence";
import type { EvidenceFileView, EvidenceView } from "@/server/loaders/evidence-views";
import { sendEvidence } from "./evidence-client";

/** A chosen file that is not attached yet. */
export interface Sending {
  /** Sent again with the same one, so that nothing is attached twice. */
  readonly requestId: string;
  readonly file: File;
  /** The share that has left, 0 to 1; null while it waits or was not taken. */
  readonly share: number | null;
  /** Why it was not taken, in words; null while it may still be. */
  readonly problem: string | null;
  /** No answer came: it can be sent again as it is. */
  readonly isLost: boolean;
}

/** The files beside a figure or an answer and those on their way, one after another. */
export function useEvidence(view: EvidenceView) {
  const t = useTranslations("evidence");
  const errorText = useErrorText();
  const [added, setAdded] = useState<readonly EvidenceFileView[]>([]);
  const [gone, setGone] = useState<readonly string[]>([]);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  /** What was done last, in words. */
  const [said, setSaid] = useState("");
  const queue = useRef(Promise.resolve());

  const change = (requestId: string, to: Partial<Sending> | null) =>
    setSendings((all) =>
      all.flatMap((one) => (one.requestId !== requestId ? [one] : to === null ? [] : [{ ...one, ...to }])),
    );

  const send = async ({ requestId, file }: Sending) => {
    change(requestId, { share: 0, problem: null, isLost: false });
    try {
      const result = await sendEvidence(view, file, requestId, (share) => change(requestId, { share }));
      if (!result.ok) return change(requestId, { share: null, problem: errorText(result.code, result.values) });
      change(requestId, null);
      setAdded((all) => [...all.filter(({ id }) => id !== result.data.id), result.data]);
      setSaid(t("attached", { file: result.data.name }));
    } catch {
      change(requestId, { share: null, problem: t("lostLine"), isLost: true });
    }
  };
  const sendInTurn = (ones: readonly Sending[]) => {
    for (const one of ones) queue.current = queue.current.then(() => send(one));
  };

  /** Takes chosen files; what is too large is answered without being sent. */
  const choose = (files: readonly File[]) => {
    const megabytes = view.megabytes ?? 0;
    const chosen = files.map((file): Sending => {
      const isTooLarge = file.size > evidenceBytes(megabytes);
      const problem = isTooLarge ? errorText("file_too_large", { megabytes }) : null;
      return { requestId: newRequestId(), file, share: null, problem, isLost: false };
    });
    setSaid("");
    setSendings((all) => [...all.filter(({ problem, isLost }) => problem === null || isLost), ...chosen]);
    sendInTurn(chosen.filter(({ problem }) => problem === null));
  };

  const forget = (file: EvidenceFileView) => {
    setGone((ids) => [...ids, file.id]);
    setSaid(t("removed", { file: file.name }));
  };

  const known = new Set(view.files.map(({ id }) => id));
  const files = [...view.files, ...added.filter(({ id }) => !known.has(id))].filter(({ id }) => !gone.includes(id));
  const retry = () => sendInTurn(sendings.filter(({ isLost }) => isLost));
  return { files, sendings, said, removals: gone.length, choose, retry, forget };
}
