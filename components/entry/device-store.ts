// What this device keeps of reports, by account, unit and period. Written at once and whole, so that a page that ends in
// the middle loses nothing (docs/decisions/0101).

/** Whose report it is: another account of the same browser never sees it. */
export interface KeptFor {
  readonly accountId: string;
  readonly unitId: string;
  readonly periodId: string;
}

/** Something that was kept has changed in this page; in other pages the browser itself says so (`storage`). */
export const KEPT_EVENT = "tien-do:kept";

/** Things of one kind that are kept of reports. */
export interface DeviceStore<Kept> {
  /** False where the browser keeps nothing (private window, full disk): then only the server saves. */
  readonly keep: (owner: KeptFor, kept: Kept) => boolean;
  /** Null when there is none or it cannot be read. */
  readonly find: (owner: KeptFor) => Kept | null;
  readonly drop: (owner: KeptFor) => void;
  readonly list: (accountId: string) => { readonly owner: KeptFor; readonly report: Kept }[];
  readonly dropAll: (accountId: string) => void;
  /** Tells what another page of this browser keeps now, and what was kept before; gives what ends it. */
  readonly watch: (onChange: (owner: KeptFor, now: Kept | null, before: Kept | null) => void) => () => void;
}

/** Things whose keys begin with a prefix; what `isKept` does not know, as another build wrote it, is not taken for one. */
export function deviceStore<Kept>(prefix: string, isKept: (value: unknown) => value is Kept): DeviceStore<Kept> {
  const keyOf = ({ accountId, unitId, periodId }: KeptFor) => [prefix, accountId, unitId, periodId].join(" ");
  const parse = (text: string | null): Kept | null => {
    try {
      const kept: unknown = JSON.parse(text ?? "null");
      return isKept(kept) ? kept : null;
    } catch {
      return null;
    }
  };
  const keysOf = (accountId: string) => keysBeginning(`${prefix} ${accountId} `);
  return {
    keep: (owner, kept) => {
      const isWritten = tried(() => localStorage.setItem(keyOf(owner), JSON.stringify(kept)));
      announce();
      return isWritten;
    },
    find: (owner) => parse(readKey(keyOf(owner))),
    drop: (owner) => {
      dropKey(keyOf(owner));
      announce();
    },
    list: (accountId) =>
      keysOf(accountId).flatMap((key) => {
        const report = parse(readKey(key));
        return report === null ? [] : [{ owner: ownerOf(key), report }];
      }),
    dropAll: (accountId) => {
      keysOf(accountId).forEach(dropKey);
      announce();
    },
    watch: (onChange) => {
      const onStorage = ({ key, newValue, oldValue }: StorageEvent) => {
        if (key?.startsWith(`${prefix} `)) onChange(ownerOf(key), parse(newValue), parse(oldValue));
      };
      window.addEventListener("storage", onStorage);
      return () => window.removeEventListener("storage", onStorage);
    },
  };
}

function ownerOf(key: string): KeptFor {
  const [, accountId = "", unitId = "", periodId = ""] = key.split(" ");
  return { accountId, unitId, periodId };
}

function keysBeginning(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return []; // a browser without storage keeps nothing
  }
}

function readKey(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function dropKey(key: string): void {
  tried(() => localStorage.removeItem(key)); // where that fails nothing was kept either
}

function tried(deed: () => void): boolean {
  try {
    deed();
    return true;
  } catch {
    return false;
  }
}

function announce(): void {
  window.dispatchEvent(new Event(KEPT_EVENT));
}
