// Finds a Chromium for the tests, or gets one: Debian's where apt may be used, else Playwright's.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { complain, withProgress } from "./console.mjs";
import { logFile, moduleProgram } from "./paths.mjs";
import { quietEnvironment, runLogged } from "./processes.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a browser's program: CHROMIUM, one of this computer, or one installed now; null, after saying so, when there is none. */
export async function ensureChromium() {
  const found = process.env.CHROMIUM || findInstalled() || (await findOfPlaywright());
  if (found) return found;
  await installWithApt();
  const fromApt = findInstalled();
  if (fromApt) return fromApt;
  await installWithPlaywright();
  const fromPlaywright = await findOfPlaywright();
  if (!fromPlaywright) {
    complain("No Chromium was found or could be installed: install one, or set CHROMIUM to its path.");
  }
  return fromPlaywright;
}

function findInstalled() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  return candidates.find((path) => existsSync(path)) ?? null;
}

async function findOfPlaywright() {
  const { chromium } = await import("playwright-core");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

async function installWithApt() {
  const apt = aptCommand();
  if (!apt) return;
  const [program, ...first] = apt;
  const env = { ...quietEnvironment, DEBIAN_FRONTEND: "noninteractive" };
  await withProgress("Installing Chromium with apt", async () => {
    await runLogged(program, [...first, "update"], { log: logFile("apt-update.log"), env });
    const install = [...first, "install", "-y", "--no-install-recommends", "chromium"];
    await runLogged(program, install, { log: logFile("apt-install.log"), env });
  });
}

/** apt-get as an administrator, without asking for a password; null where that cannot be. @returns {[string, ...string[]] | null} */
function aptCommand() {
  if (!existsSync("/usr/bin/apt-get")) return null;
  if (process.getuid?.() === 0) return ["/usr/bin/apt-get"];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n", "/usr/bin/apt-get"];
  } catch {
    return null;
  }
}

async function installWithPlaywright() {
  await withProgress("Downloading Chromium", () =>
    runLogged(process.execPath, [moduleProgram("playwright-core/cli.js"), "install", "chromium"], {
      log: logFile("browser.log"),
    }),
  );
}
