import * as z from "zod";
import { PASSWORD_MAX_LENGTH } from "../passwords";
import { rule } from "./text";

/** A login is compared in small letters; anything can be typed, so that a wrong name is answered like a wrong password. */
const typedLogin = z
  .string(rule("required"))
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(z.string().min(1, rule("required")).max(100, rule("too_long")));

/** A password as typed, in NFC: the same word typed on two keyboards is the same password. */
export const typedPassword = z
  .string(rule("required"))
  .transform((text) => text.normalize("NFC"))
  .pipe(z.string().min(1, rule("required")).max(PASSWORD_MAX_LENGTH, rule("too_long")));

/** An address of this server to go on to: a path, never another host. Anything else becomes the overview. */
export const nextAddress = z
  .string()
  .nullish()
  .transform((address) => safeAddress(address));

/**
 * The path (with query) if it stays on this server, "/" otherwise. Browsers read `//host`, `/\host` and control
 * characters as a way to another host.
 */
export function safeAddress(address: string | null | undefined): string {
  const isPath = Boolean(address) && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(address ?? "");
  return isPath && address ? address : "/";
}

export const signInInput = z.object({ login: typedLogin, password: typedPassword, next: nextAddress });
