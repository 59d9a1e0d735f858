// Why this file exists: what must hold for thousands of services is tried on a made-up district of that size,
// which the same command writes that everybody else uses.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Writes a district of so many services; `directory` is for `--files`, `remove` takes it away again. */
export async function makeDistrict(services) {
  const directory = await mkdtemp(join(tmpdir(), "paoyici-district-"));
  const asked = ["xtask", "generate", "--services", String(services), "--out", directory];
  await promisify(execFile)("cargo", asked, { cwd: join(import.meta.dirname, "../..") });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
