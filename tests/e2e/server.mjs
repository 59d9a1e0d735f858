// Why this file exists: the tests run the program that ships, started as an operator starts it: with a
// port and a data directory of its own, ready when it says so, stopped with a signal.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY = /paoyici serves at (http:\/\/[\d.]+:(\d+))/;

/** How long a first start may take: it fills an empty database before it answers. */
const PATIENCE = 30_000;

function program() {
  const path = process.env.PAOYICI_BIN;
  if (!path) throw new Error("set PAOYICI_BIN to the program to test, or start `cargo xtask test e2e`");
  return path;
}

/** An empty directory for the data of one server. */
export function newDataDirectory() {
  return mkdtemp(join(tmpdir(), "paoyici-e2e-"));
}

/** Starts the program and does not wait for it: `stdout` and `stderr` fill while it runs. */
export function launch({ port = 0, data, args = [] }) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("PAOYICI_"));
  const command = ["serve", "--port", String(port), "--data", data, ...args];
  const child = spawn(program(), command, {
    env: Object.fromEntries(own),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run = { child, stdout: "", stderr: "", exited: once(child, "exit") };
  child.stdout.setEncoding("utf8").on("data", (text) => (run.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (run.stderr += text));
  return run;
}

/** Resolves with the address when the program says that it serves. */
async function ready(run) {
  let giveUp;
  const answer = new Promise((resolve, reject) => {
    const told = (why) => reject(new Error(`the program ${why}; it said:\n${run.stdout}${run.stderr}`));
    const look = () => READY.test(run.stdout) && resolve(READY.exec(run.stdout));
    run.child.stdout.on("data", look);
    run.child.once("error", (error) => told(`does not start (${error.message})`));
    run.child.once("exit", (code, signal) => told(`ended with ${signal ?? code}`));
    giveUp = setTimeout(() => told("is not ready in time"), PATIENCE);
    look();
  });
  return answer.finally(() => clearTimeout(giveUp));
}

/** A server that answers. */
export class Server {
  /** Starts one; without `data` in an empty directory that goes away with it. */
  static async start({ port = 0, data, args = [] } = {}) {
    const server = new Server();
    server.ownsData = data === undefined;
    server.data = data ?? (await newDataDirectory());
    server.args = args;
    await server.#run(port);
    return server;
  }

  async #run(port) {
    this.run = launch({ port, data: this.data, args: this.args });
    const [, url, takenPort] = await ready(this.run);
    this.url = url;
    this.port = Number(takenPort);
  }

  /** What the interface answers to a path. */
  async json(path) {
    const response = await fetch(this.url + path);
    if (!response.ok) throw new Error(`${path} is answered with ${response.status}`);
    return response.json();
  }

  /** Stops it in good order, or as `signal` says; how it ended is the answer. */
  async stop(signal = "SIGTERM") {
    const { child, exited } = this.run;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await exited;
    }
    return { code: child.exitCode, signal: child.signalCode };
  }

  /** Starts it once more, on the same port and with the same data. */
  async startAgain() {
    await this.#run(this.port);
  }

  /** Stops it and removes what it left. */
  async remove() {
    await this.stop();
    if (this.ownsData) await rm(this.data, { recursive: true, force: true });
  }
}
