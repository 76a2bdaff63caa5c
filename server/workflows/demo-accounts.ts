// The accounts with which the sample is tried out: one for each role, a secretary for each cell. Role names, no persons.
import { findAccountByLogin } from "@/db/queries/accounts";
import { findSampleDay } from "@/db/queries/sample-day";
import { listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import type { NewAccount } from "@/domain/inputs/accounts";
import type { Authorized } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { cellsBelow, unitVersionAt } from "@/domain/units";
import { insertAccount } from "./accounts";

/** Known to everybody: a demo listens on this machine only. */
export const DEMO_PASSWORD = "tiendo-demo";

const wholeOrganisation: readonly { readonly login: string; readonly displayName: string; readonly role: Role }[] = [
  { login: "vanphong", displayName: "Văn phòng Đảng ủy", role: "office" },
  { login: "lanhdao", displayName: "Lãnh đạo Đảng ủy", role: "leadership" },
  { login: "kiemtra", displayName: "Ủy ban Kiểm tra", role: "inspector" },
];

interface DemoAccount {
  readonly login: string;
  readonly displayName: string;
  readonly holding: NewAccount["holdings"][number];
}

/**
 * Makes the demo's accounts that are not there yet: the office, leadership, inspection, and a secretary (bithu1,
 * bithu2 …) for each cell that exists on the day at which the sample is looked at. Answers how many it made.
 */
export async function createDemoAccounts(store: Store, actor: Authorized<"accounts.manage">): Promise<number> {
  return store.transact(async (tx) => {
    const units = await listUnits(tx);
    const day = (await findSampleDay(tx)) ?? actor.on;
    const since = units.map((unit) => unit.from).reduce((first, from) => (from < first ? from : first), day);
    const cells = cellsBelow(units, null, day).map((cell, index): DemoAccount => {
      const { name } = unitVersionAt(cell, day);
      const holding = { role: "secretary" as const, unitId: cell.id, from: cell.from, to: cell.to };
      return { login: `bithu${index + 1}`, displayName: `Bí thư ${name}`, holding };
    });
    const people = wholeOrganisation.map(({ role, ...person }): DemoAccount => ({
      ...person,
      holding: { role, unitId: null, from: since, to: null },
    }));
    let made = 0;
    for (const { holding, ...person } of [...people, ...cells]) {
      if (await findAccountByLogin(tx, person.login)) continue;
      await insertAccount(store, tx, actor, {
        ...person,
        password: DEMO_PASSWORD,
        mustChangePassword: false,
        holdings: [holding],
      });
      made += 1;
    }
    return made;
  });
}
