// The door of every address that is no page: exports and what a page saves by itself in the background.
import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { Authorized, Permission } from "@/domain/permissions";
import { failureOf, invalidInput } from "./failure";
import { failureResponse, jsonResponse } from "./failure-response";
import { requestOrigins } from "./request-address";
import { requireAuthorized } from "./session";
import { getStore } from "./store";

const MAX_BODY_BYTES = 1_000_000;

export interface RouteContext<P extends Permission, Input> {
  readonly actor: Authorized<P>;
  readonly input: Input;
  readonly store: Store;
  readonly request: Request;
}

export interface RouteDefinition<P extends Permission, Schema extends z.ZodType> {
  readonly permission: P;
  /** Read from the query of a GET and the JSON body of a write; the address's own parts go before both. */
  readonly input: Schema;
  /** A Response is sent as it is (a file); anything else as `{ok: true, data}`. */
  readonly run: (context: RouteContext<P, z.output<Schema>>) => Promise<unknown>;
}

type RouteHandler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * A route handler for people who are signed in: own origin (writes) → session → input → permission → work. Failures
 * come as the same JSON as an action's with a fitting status; a person who opened the address gets them in words.
 */
export function defineRoute<P extends Permission, Schema extends z.ZodType>(
  definition: RouteDefinition<P, Schema>,
): RouteHandler {
  return async (request, { params }) => {
    try {
      if (isWrite(request)) await refuseOtherOrigins(request);
      const actor = await requireAuthorized(definition.permission);
      const parsed = definition.input.safeParse({ ...(await readSent(request)), ...(await params) });
      if (!parsed.success) throw invalidInput(parsed.error);
      const answer = await definition.run({ actor, input: parsed.data, store: await getStore(), request });
      return answer instanceof Response ? answer : jsonResponse({ ok: true, data: answer ?? null }, 200);
    } catch (error) {
      unstable_rethrow(error);
      return failureResponse(request, failureOf(error));
    }
  };
}

function isWrite(request: Request): boolean {
  return request.method !== "GET" && request.method !== "HEAD";
}

async function refuseOtherOrigins(request: Request): Promise<void> {
  const origin = request.headers.get("origin");
  const allowed = requestOrigins(await headers());
  if (!origin || !allowed.includes(origin)) throw new DomainError("cross_origin");
}

async function readSent(request: Request): Promise<Record<string, unknown>> {
  if (!isWrite(request)) return Object.fromEntries(new URL(request.url).searchParams);
  const text = await readBody(request);
  try {
    const sent: unknown = text ? JSON.parse(text) : {};
    if (typeof sent === "object" && sent !== null && !Array.isArray(sent)) return { ...sent };
  } catch {
    // answered below, like any other body that is no object
  }
  throw new DomainError("invalid_input");
}

async function readBody(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) throw new DomainError("too_long", { maximum: MAX_BODY_BYTES });
    chunks.push(part.value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
