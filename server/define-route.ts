// The door of every address that is no page: exports and what a page saves by itself in the background.
import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import type { ReadDb, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { Authorized, Permission } from "@/domain/permissions";
import { failureOf, invalidInput } from "./failure";
import { failureResponse, jsonResponse } from "./failure-response";
import { requestOrigins } from "./request-address";
import { requireAuthorized } from "./session";
import { getStore } from "./store";

const MAX_BODY_BYTES = 1_000_000;
const MEGABYTE = 1_000_000;

export interface RouteContext<P extends Permission, Input> {
  readonly actor: Authorized<P>;
  readonly input: Input;
  readonly store: Store;
  readonly request: Request;
  /** The file that was sent; empty unless the route takes one. */
  readonly file: Uint8Array;
}

export interface RouteDefinition<P extends Permission, Schema extends z.ZodType> {
  readonly permission: P;
  /**
   * Read from the query of a GET and the JSON body of a write (the query too, where the body is a file); the address's
   * own parts go before both.
   */
  readonly input: Schema;
  /**
   * The body is a file of at most so many bytes, handed on as it is; asked for before it is read where a setting
   * decides. Without it a body is JSON of at most 1 MB.
   */
  readonly fileBytes?: number | ((db: ReadDb) => Promise<number>);
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
      const store = await getStore();
      const { fileBytes } = definition;
      const { sent, file } = await readSent(
        request,
        typeof fileBytes === "function" ? await fileBytes(store.db) : fileBytes,
      );
      const parsed = definition.input.safeParse({ ...sent, ...(await params) });
      if (!parsed.success) throw invalidInput(parsed.error);
      const answer = await definition.run({ actor, input: parsed.data, store, request, file });
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

interface Sent {
  readonly sent: Record<string, unknown>;
  readonly file: Uint8Array;
}

const NO_FILE = new Uint8Array();

async function readSent(request: Request, fileBytes: number | undefined): Promise<Sent> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (!isWrite(request)) return { sent: query, file: NO_FILE };
  if (fileBytes !== undefined) {
    const tooLarge = new DomainError("file_too_large", { megabytes: fileBytes / MEGABYTE });
    return { sent: query, file: await readBody(request, fileBytes, tooLarge) };
  }
  const tooLong = new DomainError("too_long", { maximum: MAX_BODY_BYTES });
  return { sent: parseObject(await readBody(request, MAX_BODY_BYTES, tooLong)), file: NO_FILE };
}

function parseObject(body: Uint8Array): Record<string, unknown> {
  const text = new TextDecoder().decode(body);
  try {
    const sent: unknown = text ? JSON.parse(text) : {};
    if (typeof sent === "object" && sent !== null && !Array.isArray(sent)) return { ...sent };
  } catch {
    // answered below, like any other body that is no object
  }
  throw new DomainError("invalid_input");
}

/**
 * The body, read as it comes. More than the limit is refused before anything is read where the request says so, and
 * otherwise as soon as it is passed: what a request says of its length is believed only where it says too much.
 */
async function readBody(request: Request, limit: number, tooMuch: DomainError): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooMuch;
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) throw tooMuch;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
