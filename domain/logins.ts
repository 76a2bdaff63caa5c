// A login to propose for a name, so that the office types names only. Only a proposal: it can be typed over.

const MAX_LENGTH = 30;
const MIN_LENGTH = 3;

/** What an account of an office is called by, instead of a person's name; folded. */
const titles = [
  "pho bi thu",
  "bi thu",
  "chanh van phong",
  "van phong",
  "uy ban kiem tra",
  "kiem tra",
  "thuong truc",
  "lanh dao",
  "chu nhiem",
  "chi bo",
  "dang uy",
  "can bo",
  "chuyen vien",
] as const;

/**
 * A login for a display name that none of `taken` is: given name and family name of a person ("Nguyễn Văn An" is
 * `an.nguyen`), the title and number of an office ("Bí thư Chi bộ 1" is `bithu1`). Empty when the name gives none.
 */
export function proposeLogin(displayName: string, taken: ReadonlySet<string>): string {
  const words = fold(displayName)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const stem = (ofTitle(words) ?? ofPerson(words)).slice(0, MAX_LENGTH - 2);
  if (stem.length < MIN_LENGTH) return "";
  for (let number = 1; ; number += 1) {
    const login = number === 1 ? stem : `${stem}${number}`;
    if (!taken.has(login)) return login;
  }
}

/** Small letters without marks; đ is d. */
function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

function ofPerson(words: readonly string[]): string {
  const [family = "", ...others] = words;
  const given = others.at(-1);
  return given === undefined ? family : `${given}.${family}`;
}

function ofTitle(words: readonly string[]): string | null {
  const name = words.join(" ");
  const title = titles.find((each) => name === each || name.startsWith(`${each} `));
  if (title === undefined) return null;
  const rest = words.slice(title.split(" ").length);
  const numbers = rest.filter((word) => /^\d+$/.test(word)).join("");
  const initials = rest.map((word) => word[0]).join("");
  const stem = title.replaceAll(" ", "");
  if (numbers) return `${stem}${numbers}`;
  return initials && title.endsWith("bi thu") ? `${stem}.${initials}` : stem;
}
