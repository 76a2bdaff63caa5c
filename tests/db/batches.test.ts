import * as fc from "fast-check";
import { asc } from "drizzle-orm";
import { expect, describe, it } from "vitest";
import { insertRows } from "@/db/batches";
import { engines, openFreshStore } from "../support/databases";

/** What a database keeps: no NUL, no halves of characters. */
const keptText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !/\p{Cs}/u.test(text) && !text.includes("\0") && text.trim() !== "");

const person = fc.record({
  name: keptText,
  image: fc.option(keptText),
  banned: fc.boolean(),
  mustChangePassword: fc.option(fc.boolean(), { nil: undefined }),
});

const AT = "2026-01-01T00:00:00.000Z";

function userRows(people: readonly { readonly name: string }[]) {
  return people.map((told, place) => {
    const id = String(place).padStart(6, "0");
    return { id, email: `${id}@local.invalid`, createdAt: AT, updatedAt: AT, ...told };
  });
}

describe.each(engines)("rows inserted as one parameter on %s", (engine) => {
  it("are the rows that were handed in: texts, nulls, flags, and defaults where nothing is said", async () => {
    const store = await openFreshStore(engine);
    const { users } = store.db.tables;
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 20 }), async (people) => {
        const rows = userRows(people);
        const stored = await store.transact(async (tx) => {
          await tx.delete(users);
          await insertRows(tx, users, rows);
          return tx.select().from(users).orderBy(asc(users.id));
        });
        const silent = { username: null, displayUsername: null, role: null, banReason: null, banExpires: null };
        expect(stored).toEqual(
          rows.map((row) => ({
            ...{ ...silent, emailVerified: false, ...row },
            mustChangePassword: (row as { mustChangePassword?: boolean }).mustChangePassword ?? false,
          })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("come in full when they fill several statements: 4,321 of 4,321", async () => {
    const store = await openFreshStore(engine);
    const { users } = store.db.tables;
    await store.transact((tx) => insertRows(tx, users, userRows(Array(4321).fill({ name: "Đảng ủy" }))));
    expect(await store.db.select({ id: users.id }).from(users)).toHaveLength(4321);
  });
});
