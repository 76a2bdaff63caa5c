// When an account is locked after wrong passwords. Instants are milliseconds since 1970, handed in.

export const MAX_FAILURES = 5;
export const LOCK_MINUTES = 15;

const MS_PER_MINUTE = 60_000;
const LOCK_MS = LOCK_MINUTES * MS_PER_MINUTE;

/** Attempts in a row that failed, or that are being checked right now. */
export interface FailureCount {
  readonly failures: number;
  readonly lastFailedAt: number;
  readonly lockedUntil: number | null;
}

/** Whole minutes, rounded up, for which a name stays locked; 0 when it is not. */
export function minutesLocked(count: FailureCount | null, now: number): number {
  const left = (count?.lockedUntil ?? 0) - now;
  return left > 0 ? Math.ceil(left / MS_PER_MINUTE) : 0;
}

/**
 * The count after one more attempt: after 15 quiet minutes it begins again at 1, the fifth locks for 15 minutes.
 * It is stored before the password is checked, so that attempts sent at the same time do not slip through together.
 */
export function countAttempt(count: FailureCount | null, now: number): FailureCount {
  const goesOn = count !== null && now - count.lastFailedAt < LOCK_MS;
  const failures = goesOn ? count.failures + 1 : 1;
  return { failures, lastFailedAt: now, lockedUntil: failures >= MAX_FAILURES ? now + LOCK_MS : null };
}

/** The instant before which counts say nothing any more. */
export function forgetBefore(now: number): number {
  return now - 2 * LOCK_MS;
}
