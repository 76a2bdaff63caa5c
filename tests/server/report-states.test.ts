// The states of a report as a whole: every state × command × role, through the workflows.
import { describe, expect, it } from "vitest";
import { type SubmissionCommand } from "@/domain/submissions";
import { engines } from "../support/databases";
import { doDeed, standingAt, type Standing } from "../support/report-deeds";
import { openReporting, type ReportingTest } from "../support/reporting";

const commands = ["save", "submit", "withdraw", "accept", "return", "correct"] as const;

/** What each command makes of each state; a missing one is refused. */
const allowed: Record<Standing, Partial<Record<SubmissionCommand, Standing>>> = {
  none: { save: "draft", submit: "submitted" },
  draft: { save: "draft", submit: "submitted" },
  submitted: { withdraw: "draft", accept: "accepted", return: "returned" },
  returned: { save: "returned", submit: "submitted" },
  accepted: { correct: "draft+" },
  "draft+": { save: "draft+", submit: "submitted+" },
  "submitted+": { withdraw: "draft+", accept: "accepted", return: "returned+" },
  "returned+": { save: "returned+", submit: "submitted+" },
};

/** Who may do it at all: the unit's own secretary (`own`), another unit's, the office, leadership, an inspector. */
const doers: Record<SubmissionCommand, readonly Role[]> = {
  save: ["own"],
  submit: ["own"],
  withdraw: ["own"],
  accept: ["office"],
  return: ["office"],
  correct: ["own", "office"],
};

const roles = ["own", "other", "office", "leadership", "inspector"] as const;
type Role = (typeof roles)[number];

/** The deeds that bring a report to a state. */
const paths: Record<Standing, readonly (readonly [Role, SubmissionCommand])[]> = {
  none: [],
  draft: [["own", "save"]],
  submitted: [["own", "submit"]],
  returned: [
    ["own", "submit"],
    ["office", "return"],
  ],
  accepted: [
    ["own", "submit"],
    ["office", "accept"],
  ],
  "draft+": [
    ["own", "submit"],
    ["office", "accept"],
    ["own", "correct"],
  ],
  "submitted+": [
    ["own", "submit"],
    ["office", "accept"],
    ["own", "correct"],
    ["own", "submit"],
  ],
  "returned+": [
    ["own", "submit"],
    ["office", "accept"],
    ["own", "correct"],
    ["own", "submit"],
    ["office", "return"],
  ],
};

const standings = Object.keys(allowed) as Standing[];

describe.each(engines)("the states of a report, as a whole, on %s", (engine) => {
  const open = async () => {
    const test = await openReporting(engine, "2021-01-01");
    const people = {
      own: await test.person("bithu", "secretary", "cb1"),
      other: await test.person("bithu2", "secretary", "cb2"),
      office: await test.person("vanphong", "office"),
      leadership: await test.person("lanhdao", "leadership"),
      inspector: await test.person("kiemtra", "inspector"),
    };
    return { test, people };
  };
  type People = Awaited<ReturnType<typeof open>>["people"];

  const bringTo = async (test: ReportingTest, people: People, standing: Standing, month: string) => {
    for (const [role, command] of paths[standing]) {
      const refusal = await doDeed(test, { who: people[role], command, unit: "cb1", month });
      expect(refusal, `${command} on the way to ${standing}`).toBeNull();
    }
    expect(await standingAt(test, "cb1", month)).toBe(standing);
  };

  it("takes exactly the commands that it should, from exactly those who may give them", async () => {
    const { test, people } = await open();
    const months = freeMonths();
    for (const standing of standings) {
      let month = months.next();
      await bringTo(test, people, standing, month);
      for (const command of commands) {
        for (const role of roles) {
          const next = doers[command].includes(role) ? allowed[standing][command] : undefined;
          const refusal = await doDeed(test, { who: people[role], command, unit: "cb1", month });
          const said = `${role} ${command} of ${standing}`;
          expect(refusal === null, said).toBe(next !== undefined);
          expect(await standingAt(test, "cb1", month), said).toBe(next ?? standing);
          if (next === undefined || next === standing) continue;
          month = months.next();
          await bringTo(test, people, standing, month);
        }
      }
    }
  });
});

/** Months of the test's term in which nothing was reported, one after the other. */
function freeMonths() {
  let used = 0;
  return {
    next(): string {
      const month = used % 12;
      const year = 2021 + Math.floor(used / 12);
      used += 1;
      return `${year}-${String(month + 1).padStart(2, "0")}`;
    },
  };
}
