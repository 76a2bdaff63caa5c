import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  isUnsaved,
  ReportSender,
  type DraftStatus,
  type ReportRequest,
  type SenderPorts,
  type SenderState,
} from "@/components/entry/report-sender";
import type { Failure, Result } from "@/domain/errors";
import { EMPTY_FIGURE } from "@/domain/typed-figures";

const filling = (n: string) => ({ m1: { ...EMPTY_FIGURE, n } });
const failure = (code: Failure["code"]): Failure => ({ ok: false, code, values: {}, fieldErrors: {} });
const noLine = new Error("no network");

const page: SenderState = {
  ...{ figures: filling(""), base: filling(""), version: 3, typedAt: "2023-06-30T01:00:00.000Z" },
  ...{ unanswered: null, submitting: false },
};

type Answer = Result<{ version: number; savedAt: string }> | Error;

/** A sender, and a server that answers as told, then takes everything. */
function makeSender(answers: Answer[], state = page) {
  const sent: ReportRequest[] = [];
  const kept: SenderState[] = [];
  const refusals: (string | null)[] = [];
  const statuses: DraftStatus["type"][] = [];
  const forgotten: string[] = [];
  const ports: SenderPorts = {
    send: (request) => {
      sent.push(request);
      const data = { version: request.version + 1, savedAt: "2023-06-30T02:00:00.000Z" };
      const answer = answers.shift() ?? { ok: true as const, data };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    keep: (now, refused) => {
      kept.push(now);
      refusals.push(refused);
    },
    forget: () => forgotten.push("forgotten"),
    onStatus: ({ type }) => statuses.push(type),
  };
  return { sender: new ReportSender(state, ports), sent, kept, refusals, statuses, forgotten };
}

const told = (sent: readonly ReportRequest[]) =>
  sent.map(({ kind, version, figures }) => `${kind} ${version} ${figures.m1?.n}`);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("saving a draft in the background", () => {
  it("keeps every text at once, saves the last one when typing stops, then keeps what the server has", async () => {
    const { sender, sent, kept, statuses } = makeSender([]);
    sender.offer(filling("2"));
    sender.offer(filling("28"));
    expect(kept.map(({ figures }) => figures.m1?.n)).toEqual(["2", "28"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told(sent)).toEqual(["save 3 28"]);
    expect(kept.at(-1)).toMatchObject({ version: 4, figures: filling("28"), base: filling("28"), unanswered: null });
    expect(statuses.at(-1)).toBe("saved");
  });

  it("keeps the request before it is sent, so that a page that ends in the middle sends the same one again", async () => {
    const { sender, sent, kept } = makeSender([noLine]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept.at(-1)?.unanswered).toEqual(sent[0]);
    const next = makeSender([], kept.at(-1));
    await next.sender.flush();
    expect(next.sent).toEqual(sent);
    expect(isUnsaved(next.kept.at(-1)!)).toBe(false);
  });

  it("sends the same request again when no answer came, before anything newer", async () => {
    const { sender, sent } = makeSender([noLine]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    sender.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told(sent)).toEqual(["save 3 28", "save 3 28", "save 4 29"]);
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId);
    expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId);
  });

  it("waits for a busy server as for a lost line", async () => {
    const { sender, sent, statuses } = makeSender([failure("busy")]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(statuses.at(-1)).toBe("offline");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent[1]).toEqual(sent[0]);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("keeps the texts and tries again at the next letter after the session expired", async () => {
    const { sender, sent, kept, statuses } = makeSender([failure("session_expired")]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(statuses.at(-1)).toBe("refused");
    expect(kept.at(-1)).toMatchObject({ figures: filling("28"), unanswered: sent[0] });
    sender.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told(sent)).toEqual(["save 3 28", "save 3 28", "save 4 29"]);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("stops saving a stale form, keeps its texts, and goes on from the newer version", async () => {
    const { sender, sent, kept, refusals } = makeSender([failure("stale_version")]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    sender.offer(filling("29"));
    void sender.resume();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told(sent)).toEqual(["save 3 28"]);
    expect([kept.at(-1)?.figures, refusals.at(-1)]).toEqual([filling("29"), "stale_version"]);
    sender.rebase(7, filling("27"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told(sent).at(-1)).toBe("save 7 29");
    expect(refusals.at(-1)).toBeNull();
  });

  it("sends nothing when nothing changed, or when it was changed back", async () => {
    const { sender, sent, statuses } = makeSender([]);
    await sender.flush();
    sender.offer(filling("2"));
    sender.offer(filling(""));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual([]);
    expect(statuses.at(-1)).toBe("clean");
  });
});

describe("submitting a report", () => {
  it("submits what the form holds in one request and keeps nothing of it", async () => {
    const { sender, sent, statuses, forgotten } = makeSender([]);
    sender.offer(filling("28"));
    expect(await sender.submit()).toEqual({ type: "submitted" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told(sent)).toEqual(["submit 3 28"]);
    expect([statuses.at(-1), forgotten.length]).toEqual(["submitted", 1]);
  });

  it("without a line waits, and goes out once with its request id, after a save that had no answer", async () => {
    const { sender, sent, kept, statuses } = makeSender([noLine, noLine, noLine, noLine]);
    sender.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    sender.offer(filling("29"));
    expect(await sender.submit()).toEqual({ type: "unsent" });
    expect(kept.at(-1)).toMatchObject({ submitting: true, figures: filling("29") });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(new Set(told(sent))).toEqual(new Set(["save 3 28", "submit 4 29"]));
    expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(2);
    expect(statuses.at(-1)).toBe("submitted");
  });

  it("with its answer lost is sent again as it was by the next page", async () => {
    const { sender, sent, kept } = makeSender([noLine]);
    sender.offer(filling("28"));
    await sender.submit();
    sender.stop();
    const next = makeSender([], kept.at(-1));
    expect(await next.sender.flush()).toEqual({ type: "submitted" });
    expect(next.sent).toEqual(sent);
  });

  it("waits for the same person to sign in again after the session expired", async () => {
    const { sender, sent, kept } = makeSender([failure("session_expired")]);
    sender.offer(filling("28"));
    expect(await sender.submit()).toMatchObject({ type: "refused", submitting: true });
    const next = makeSender([], kept.at(-1));
    expect(await next.sender.flush()).toEqual({ type: "submitted" });
    expect(next.sent[0]).toEqual(sent[0]);
  });

  it("over a newer version is refused and waits no longer: the person chooses and submits again", async () => {
    const { sender, sent, kept } = makeSender([failure("stale_version")]);
    sender.offer(filling("28"));
    expect(await sender.submit()).toMatchObject({ type: "refused", submitting: false });
    expect(kept.at(-1)).toMatchObject({ submitting: false, unanswered: null, figures: filling("28") });
    sender.rebase(5, filling("27"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told(sent)).toEqual(["submit 3 28", "save 5 28"]);
  });

  it("can be taken back while it waits, and what was typed is saved as a draft", async () => {
    const { sender, sent, statuses } = makeSender([noLine]);
    sender.offer(filling("28"));
    await sender.submit();
    sender.recall();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told(sent)).toEqual(["submit 3 28", "save 3 28"]);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("refused for what stands in it goes on saving with the next letter", async () => {
    const { sender, sent } = makeSender([failure("invalid_input")]);
    sender.offer(filling("4l"));
    expect(await sender.submit()).toMatchObject({ type: "refused", failure: { code: "invalid_input" } });
    sender.offer(filling("41"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told(sent)).toEqual(["submit 3 4l", "save 3 41"]);
  });
});
