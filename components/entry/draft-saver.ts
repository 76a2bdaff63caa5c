// Saves a form in the background, one request at a time, in order, so that nothing typed is lost or done twice.
import type { Failure, Result } from "@/domain/errors";
import { isSameFilling, type TypedFigures } from "./form-fields";
import { newRequestId } from "./request-id";

/** What the server answers to a saved draft. */
export interface SavedDraft {
  readonly version: number;
  /** UTC instant. */
  readonly savedAt: string;
}

export interface DraftRequest {
  readonly requestId: string;
  readonly version: number;
  readonly figures: TypedFigures;
}

/** Where saving stands. `refused` carries why: an expired session, a stale form, a locked period. */
export type DraftStatus =
  | { readonly type: "clean" }
  | { readonly type: "waiting" }
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly at: string }
  | { readonly type: "offline" }
  | { readonly type: "refused"; readonly failure: Failure };

export interface DraftPorts {
  /** Sends a draft; rejects when no answer comes. */
  readonly send: (draft: DraftRequest) => Promise<Result<SavedDraft>>;
  /** Keeps what is not saved in the browser, and forgets it once it is. */
  readonly keep: (figures: TypedFigures, version: number) => void;
  readonly forget: () => void;
  readonly onStatus: (status: DraftStatus) => void;
}

const WAIT_MS = 1_500;
const RETRY_MS = 10_000;

/** One report's saver. `version` is the report's version as the page was loaded, `figures` what it held then. */
export class DraftSaver {
  private saved: TypedFigures;
  private current: TypedFigures;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Sent and not answered: sent again with the same id, so that it is done once however often it arrives. */
  private unanswered: DraftRequest | null = null;
  private running: Promise<void> | null = null;
  private status: DraftStatus = { type: "clean" };
  private version: number;
  private readonly ports: DraftPorts;

  constructor(version: number, figures: TypedFigures, ports: DraftPorts) {
    this.version = version;
    this.saved = figures;
    this.current = figures;
    this.ports = ports;
  }

  /** The version that the form stands on now. */
  get baseVersion(): number {
    return this.version;
  }

  /** Takes what the form holds now; saves it a moment later. */
  offer(figures: TypedFigures): void {
    this.current = figures;
    if (this.isSaved()) return;
    this.ports.keep(figures, this.version);
    if (this.status.type === "refused" && this.status.failure.code !== "session_expired") return;
    if (this.status.type !== "refused" && this.status.type !== "offline") this.setStatus({ type: "waiting" });
    this.schedule(WAIT_MS);
  }

  /** Saves at once what is not saved yet; ends when the server has it or has refused. */
  async flush(): Promise<DraftStatus> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.isSaved() || this.unanswered) {
      this.running = this.save().finally(() => (this.running = null));
      await this.running;
    }
    return this.status;
  }

  /** Goes on from a newer stored report: what the form holds is measured against it and saved on its version. */
  rebase(version: number, stored: TypedFigures): void {
    this.version = version;
    this.saved = stored;
    this.unanswered = null;
    this.setStatus({ type: "clean" });
  }

  /** Stops for good: the report was submitted, or its page is left. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private isSaved(): boolean {
    return isSameFilling(this.saved, this.current);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(): Promise<void> {
    const draft = this.unanswered ?? { requestId: newRequestId(), version: this.version, figures: this.current };
    this.unanswered = draft;
    if (this.status.type !== "offline") this.setStatus({ type: "saving" });
    try {
      this.take(draft, await this.ports.send(draft));
    } catch {
      this.setStatus({ type: "offline" });
      this.schedule(RETRY_MS);
    }
  }

  private take(draft: DraftRequest, answer: Result<SavedDraft>): void {
    this.unanswered = null;
    if (!answer.ok) {
      this.setStatus({ type: "refused", failure: answer });
      return;
    }
    this.version = answer.data.version;
    this.saved = draft.figures;
    if (this.isSaved()) {
      this.ports.forget();
      this.setStatus({ type: "saved", at: answer.data.savedAt });
    } else {
      this.ports.keep(this.current, this.version);
      this.setStatus({ type: "waiting" });
      this.schedule(WAIT_MS);
    }
  }

  private setStatus(status: DraftStatus): void {
    this.status = status;
    this.ports.onStatus(status);
  }
}
