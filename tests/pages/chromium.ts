import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The program of the browser, or why there is none. It is installed if it is missing and may be installed. */
export function findOrInstallChromium(): { readonly program: string | null; readonly whyNot: string } {
  const found = findChromium();
  if (found !== null) return { program: found, whyNot: "" };
  const whyNot = installChromium() ?? "";
  return { program: findChromium(), whyNot };
}

/** The browser named in CHROMIUM, or one on the path; `null` if there is none. */
function findChromium(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = [process.env.CHROMIUM ?? "", ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
  return places.find((place) => place !== "" && isProgram(place)) ?? null;
}

/** Installs Debian's package where that is possible without asking anybody. Returns why it could not, or `null`. */
function installChromium(): string | null {
  if (process.getuid?.() !== 0) return "only root may install packages";
  try {
    execFileSync("apt-get", ["update", "--quiet"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    return null;
  } catch {
    return "apt-get could not install the package chromium";
  }
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
