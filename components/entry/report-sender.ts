// Saves and submits a report in the background, one request at a time, in order, so that nothing typed is lost or done
// twice. It never decides by itself what the server holds: a request without an answer is sent again as it was.
import type { Failure, Result } from "@/domain/errors";
import { isSameFilling, type TypedFigures } from "./form-fields";
import { newRequestId } from "./request-id";

/** What the server answers to a saved or submitted report. */
export interface SavedDraft {
  readonly version: number;
  /** UTC instant. */
  readonly savedAt: string;
}

/** One thing to do at the server. Whatever comes of it, it is done once, by its id. */
export interface ReportRequest {
  readonly kind: "save" | "submit";
  readonly requestId: string;
  readonly version: number;
  readonly figures: TypedFigures;
}

/** All that is known of a report on this side of the line. */
export interface SenderState {
  /** What the form holds now. */
  readonly figures: TypedFigures;
  /** UTC instant in ISO 8601 of what was typed last. */
  readonly typedAt: string;
  /** What the server held at `version`, as far as it has answered. */
  readonly base: TypedFigures;
  readonly version: number;
  /** Sent without an answer: it may have been done or not. */
  readonly unanswered: ReportRequest | null;
  /** The person has submitted: it goes out as soon as the line allows. */
  readonly submitting: boolean;
}

/** Where a report stands. `offline` and `unsent` wait for the line; `refused` carries why. */
export type DraftStatus =
  | { readonly type: "clean" }
  | { readonly type: "waiting" }
  | { readonly type: "saving" }
  | { readonly type: "saved"; readonly at: string }
  | { readonly type: "offline" }
  | { readonly type: "unsent" }
  | { readonly type: "submitted" }
  | { readonly type: "refused"; readonly failure: Failure; readonly submitting: boolean };

export interface SenderPorts {
  /** Sends a request; rejects when no answer comes. */
  readonly send: (request: ReportRequest) => Promise<Result<SavedDraft>>;
  /** Keeps the state on this device, with why the server refused it, until the server has all of it. */
  readonly keep: (state: SenderState, refused: Failure["code"] | null) => void;
  /** The report was submitted: this device has nothing left to keep of it. */
  readonly forget: () => void;
  readonly onStatus: (status: DraftStatus) => void;
}

const WAIT_MS = 1_500;
const RETRY_MS = 10_000;

/** Failures that pass by themselves: the request is sent again as if no answer had come. */
const PASSING: ReadonlySet<string> = new Set(["busy"]);
/** Failures after which the next letter is worth another try. */
const TRIED_AGAIN: ReadonlySet<string> = new Set(["session_expired", "unexpected", "invalid_input", "nothing_entered"]);

/** Whether the server lacks anything of a report. */
export function isUnsaved({ figures, base, unanswered, submitting }: SenderState): boolean {
  return submitting || unanswered !== null || !isSameFilling(figures, base);
}

/** The sender of one report. */
export class ReportSender {
  private state: SenderState;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private status: DraftStatus = { type: "clean" };
  private savedAt: string | null = null;
  private isStopped = false;
  private ports: SenderPorts;

  constructor(state: SenderState, ports: SenderPorts) {
    this.state = state;
    this.ports = ports;
  }

  /** What the server held when it answered last: tells who changed a field. */
  get base(): TypedFigures {
    return this.state.base;
  }

  /** Takes what the form holds now; saves it a moment later. */
  offer(figures: TypedFigures): void {
    if (isSameFilling(figures, this.state.figures)) return;
    this.change({ figures, typedAt: new Date().toISOString() });
    if (this.isRefusedForGood()) return;
    if (!isUnsaved(this.state)) return this.settle();
    if (this.status.type !== "refused" && this.status.type !== "offline") this.setStatus({ type: "waiting" });
    this.schedule(WAIT_MS);
  }

  /** Sends at once what the server has not; ends when it has it, has refused it or does not answer. */
  async flush(): Promise<DraftStatus> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (isUnsaved(this.state)) {
      this.running = this.sendAll().finally(() => (this.running = null));
      await this.running;
    }
    return this.status;
  }

  /** Sends what waits, unless the server has refused it for good: the page is looked at again or the line is back. */
  async resume(): Promise<void> {
    if (!this.isRefusedForGood()) await this.flush();
  }

  /** Submits what the form holds, now or when the line is back. */
  submit(): Promise<DraftStatus> {
    this.change({ submitting: true });
    return this.flush();
  }

  /** Takes back a submission that waits. Where it has arrived all the same, the next save meets it as a conflict. */
  recall(): void {
    const { unanswered } = this.state;
    this.change({ submitting: false, unanswered: unanswered?.kind === "submit" ? null : unanswered });
    this.setStatus({ type: "offline" });
    this.schedule(WAIT_MS);
  }

  /** Goes on from a newer stored report: what the form holds is measured against it and saved on its version. */
  rebase(version: number, stored: TypedFigures): void {
    this.setStatus({ type: "clean" });
    this.change({ version, base: stored, unanswered: null, submitting: false });
    if (isUnsaved(this.state)) this.schedule(WAIT_MS);
  }

  /** Another page of this browser saved the same report meanwhile: it is no stranger, so there is nothing to choose. */
  learn(version: number, base: TypedFigures): void {
    if (version <= this.state.version || this.running) return;
    this.change({ version, base });
    if (!isUnsaved(this.state)) this.settle();
  }

  /** Sends nothing by itself any more: the page is left. What is not sent stays kept. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Stops, and keeps nothing any more: the account signs out. */
  abandon(): void {
    this.stop();
    this.ports = { ...this.ports, keep: () => undefined, forget: () => undefined };
  }

  /** First what waits for its answer, then what the form holds now; what is typed meanwhile has a turn of its own. */
  private async sendAll(): Promise<void> {
    if (this.state.unanswered && !(await this.sendNext())) return;
    if (isUnsaved(this.state)) await this.sendNext();
  }

  /** Whether the server took it. */
  private async sendNext(): Promise<boolean> {
    const { version, figures, submitting } = this.state;
    const next = { kind: submitting ? "submit" : "save", requestId: newRequestId(), version, figures } as const;
    const request: ReportRequest = this.state.unanswered ?? next;
    this.change({ unanswered: request });
    if (this.status.type !== "offline" && this.status.type !== "unsent") this.setStatus({ type: "saving" });
    const answer = await this.ports.send(request).catch(() => null);
    if (answer === null || (!answer.ok && PASSING.has(answer.code))) return this.waitForLine();
    return answer.ok ? this.take(request, answer.data) : this.refuse(answer);
  }

  private take({ kind, figures }: ReportRequest, { version, savedAt }: SavedDraft): boolean {
    this.savedAt = savedAt;
    if (kind === "submit") {
      clearTimeout(this.timer);
      this.state = { ...this.state, figures, base: figures, version, unanswered: null, submitting: false };
      this.ports.forget();
      this.setStatus({ type: "submitted" });
      return true;
    }
    this.change({ version, base: figures, unanswered: null });
    if (!isUnsaved(this.state)) this.settle();
    else if (!this.state.submitting) {
      this.setStatus({ type: "waiting" });
      this.schedule(WAIT_MS);
    }
    return true;
  }

  /** After an expired session the same request is sent again, since it may have been done before the session ended. */
  private refuse(failure: Failure): false {
    const { submitting } = this.state;
    const ends = failure.code !== "session_expired";
    this.status = { type: "refused", failure, submitting: submitting && !ends };
    this.change(ends ? { unanswered: null, submitting: false } : {});
    this.ports.onStatus(this.status);
    return false;
  }

  private waitForLine(): false {
    this.setStatus({ type: this.state.submitting ? "unsent" : "offline" });
    this.schedule(RETRY_MS);
    return false;
  }

  private isRefusedForGood(): boolean {
    return this.status.type === "refused" && !TRIED_AGAIN.has(this.status.failure.code);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.setStatus(this.savedAt === null ? { type: "clean" } : { type: "saved", at: this.savedAt });
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private change(part: Partial<SenderState>): void {
    this.state = { ...this.state, ...part };
    this.ports.keep(this.state, this.status.type === "refused" ? this.status.failure.code : null);
  }

  private setStatus(status: DraftStatus): void {
    this.status = status;
    this.ports.onStatus(status);
  }
}
