import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type DraftPorts, type DraftRequest, type DraftStatus } from "@/components/entry/draft-saver";
import type { Failure, Result } from "@/domain/errors";
import { EMPTY_FIGURE } from "@/domain/typed-figures";

const filling = (n: string) => ({ m1: { ...EMPTY_FIGURE, n } });
const failure = (code: Failure["code"]): Failure => ({ ok: false, code, values: {}, fieldErrors: {} });

function makeSaver(answers: (Result<{ version: number; savedAt: string }> | Error)[]) {
  const sent: DraftRequest[] = [];
  const kept: string[] = [];
  const statuses: DraftStatus["type"][] = [];
  const ports: DraftPorts = {
    send: (draft) => {
      sent.push(draft);
      const answer = answers.shift() ?? {
        ok: true as const,
        data: { version: draft.version + 1, savedAt: "2023-06-30T02:00:00.000Z" },
      };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    keep: (figures) => kept.push(figures.m1?.n ?? ""),
    forget: () => kept.push("forgotten"),
    onStatus: ({ type }) => statuses.push(type),
  };
  return { saver: new DraftSaver(3, filling(""), ports), sent, kept, statuses };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("saving a draft in the background", () => {
  it("keeps every text at once, saves the last one when typing stops, then forgets it here", async () => {
    const { saver, sent, kept, statuses } = makeSaver([]);
    saver.offer(filling("2"));
    saver.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.map(({ version, figures }) => [version, figures.m1?.n])).toEqual([[3, "28"]]);
    expect(kept).toEqual(["2", "28", "forgotten"]);
    expect(statuses.at(-1)).toBe("saved");
    expect(saver.baseVersion).toBe(4);
  });

  it("sends the same request again when no answer came, before anything newer", async () => {
    const { saver, sent } = makeSaver([new Error("no network")]);
    saver.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    saver.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent.map(({ figures }) => figures.m1?.n)).toEqual(["28", "28", "29"]);
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId);
    expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId);
  });

  it("keeps the texts and tries again at the next letter after the session expired", async () => {
    const { saver, sent, kept, statuses } = makeSaver([failure("session_expired")]);
    saver.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(statuses.at(-1)).toBe("refused");
    expect(kept).toEqual(["28"]);
    saver.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toHaveLength(2);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("stops saving a stale form, keeps its texts, and goes on from the newer version", async () => {
    const { saver, sent, kept } = makeSaver([failure("stale_version")]);
    saver.offer(filling("28"));
    await vi.advanceTimersByTimeAsync(2_000);
    saver.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(1);
    expect(kept).toEqual(["28", "29"]);
    saver.rebase(7, filling("27"));
    saver.offer(filling("29"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)?.version).toBe(7);
    expect(saver.baseVersion).toBe(8);
  });

  it("sends nothing when nothing changed", async () => {
    const { saver, sent } = makeSaver([]);
    saver.offer(filling(""));
    await saver.flush();
    expect(sent).toEqual([]);
  });
});
