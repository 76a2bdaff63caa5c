// The one rule for passwords: long enough and not the first that anybody would guess.

import { addDays, type CalendarDate } from "./dates";

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

const MIN_DIFFERENT_CHARACTERS = 5;

const guessedFirst = ["password", "matkhau", "mật khẩu", "12345678", "qwerty", "abcdef", "iloveyou", "admin"];

/**
 * Whether a password is too easy: shorter than 10 characters, made of fewer than 5 different ones, a run such as
 * 1234567890, the login with something added, or a well-known password with a few characters added.
 */
export function isWeakPassword(password: string, login: string): boolean {
  const text = password.toLowerCase();
  if (password.length < PASSWORD_MIN_LENGTH) return true;
  if (new Set(text).size < MIN_DIFFERENT_CHARACTERS) return true;
  if (isRun(text)) return true;
  const known = login.length >= 3 ? [...guessedFirst, login.toLowerCase()] : guessedFirst;
  return known.some((word) => text.includes(word) && text.length - word.length < MIN_DIFFERENT_CHARACTERS);
}

/** Whether every character follows the one before it by the same step of one: 1234567890, zyxwvutsrq. */
function isRun(text: string): boolean {
  const codes = [...text.replaceAll("90", "9:")].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** For how many days after the day on which it was made a one-time password lets in. */
export const ONE_TIME_DAYS = 7;

/** The last day on which a one-time password lets in, from the day on which it was made. */
export function lastDayOfOneTime(madeOn: CalendarDate): CalendarDate {
  return addDays(madeOn, ONE_TIME_DAYS);
}

const GROUP_LENGTH = 4;

/** A one-time password in the groups in which it is read out and printed; they are typed without anything between. */
export function groupsOfPassword(password: string): string[] {
  return password.match(new RegExp(`.{1,${GROUP_LENGTH}}`, "gu")) ?? [];
}
