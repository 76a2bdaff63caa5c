// The door of every write that comes from the screen: session → input → permission → work → typed result.
import "server-only";
import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import type { Store } from "@/db/store";
import type { Result } from "@/domain/errors";
import type { Authorized, Permission } from "@/domain/permissions";
import { failureOf, invalidInput } from "./failure";
import { requireAuthorized } from "./session";
import { getStore } from "./store";

export interface ActionContext<P extends Permission, Input> {
  readonly actor: Authorized<P>;
  readonly input: Input;
  readonly store: Store;
}

export interface ActionDefinition<P extends Permission, Schema extends z.ZodType, Data> {
  readonly permission: P;
  readonly input: Schema;
  readonly run: (context: ActionContext<P, z.output<Schema>>) => Promise<Data> | Data;
}

type Action<Schema extends z.ZodType, Data> = (input: z.input<Schema>) => Promise<Result<Data>>;

/**
 * A server action for people who are signed in. It never throws: an expected failure comes back as its code with the
 * fields it belongs to, an unexpected one as the id of its log line, a lost session as `session_expired`, so that a
 * form can keep what was typed. After success every page that is shown is loaded again.
 */
export function defineAction<P extends Permission, Schema extends z.ZodType, Data>(
  definition: ActionDefinition<P, Schema, Data>,
): Action<Schema, Data> {
  return async (sent) =>
    answer(async () => {
      const actor = await requireAuthorized(definition.permission);
      const input = parseInput(definition.input, sent);
      return definition.run({ actor, input, store: await getStore() });
    });
}

export interface PublicActionDefinition<Schema extends z.ZodType, Data> {
  readonly input: Schema;
  readonly run: (context: { readonly input: z.output<Schema>; readonly store: Store }) => Promise<Data> | Data;
}

/** A server action for everybody, signed in or not: signing in and out, the first run, the language. */
export function definePublicAction<Schema extends z.ZodType, Data>(
  definition: PublicActionDefinition<Schema, Data>,
): Action<Schema, Data> {
  return async (sent) =>
    answer(async () => definition.run({ input: parseInput(definition.input, sent), store: await getStore() }));
}

/**
 * An action as a form's: its named fields are the input, the result of the time before is not read. Such a form works
 * before the page has come to life, and without JavaScript.
 */
export function forForm<Input, Data>(action: (input: Input) => Promise<Result<Data>>) {
  return async (_previous: Result<unknown> | null, form: FormData): Promise<Result<Data>> =>
    action(Object.fromEntries(form) as Input);
}

async function answer<Data>(work: () => Promise<Data>): Promise<Result<Data>> {
  try {
    const data = await work();
    revalidatePath("/", "layout");
    return { ok: true, data };
  } catch (error) {
    unstable_rethrow(error); // redirect() and its like travel as errors
    return failureOf(error);
  }
}

function parseInput<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
