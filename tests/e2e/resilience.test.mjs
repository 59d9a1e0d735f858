// Why this file exists: whoever runs the server must be able to trust it: it comes back after a crash, after
// a lost database, after a port that was taken, and says in a sentence what is wrong.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Server, launch, newDataDirectory } from "./server.mjs";

/** How often the program is killed at a moment that nobody chose. */
const KILLS = 10;

/** Everything that a visitor could see, in one text. */
async function contents(server) {
  const home = await server.json("/api/home");
  const { services } = await server.json("/api/services");
  const { runs } = await server.json("/api/runs");
  const details = [];
  for (const { id } of services) details.push(await server.json(`/api/services/${id}`));
  for (const { id } of runs) details.push(await server.json(`/api/runs/${id}`));
  return JSON.stringify([home, details]);
}

/** Runs `use` with a server, and stops it whatever happens. */
async function withServer(options, use) {
  const server = await Server.start(options);
  try {
    return await use(server);
  } finally {
    await server.remove();
  }
}

async function withDataDirectory(use) {
  const data = await newDataDirectory();
  try {
    return await use(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

test("a deleted database comes back with its data", async () => {
  await withDataDirectory(async (data) => {
    const whole = await withServer({ data }, contents);
    const files = await readdir(data);
    assert.ok(files.length > 0);
    for (const file of files) await rm(join(data, file), { recursive: true });
    assert.equal(await withServer({ data }, contents), whole);
  });
});

test("a data directory that is not there is made", async () => {
  await withDataDirectory(async (data) => {
    await withServer({ data: join(data, "new", "place") }, contents);
  });
});

test("a second start shows the same", async () => {
  await withDataDirectory(async (data) => {
    const first = await withServer({ data }, contents);
    assert.equal(await withServer({ data }, contents), first);
  });
});

test("killed while it fills its database, it starts again with all of it", async () => {
  const started = performance.now();
  const whole = await withServer({}, async (server) => {
    server.startedIn = performance.now() - started;
    return { contents: await contents(server), startedIn: server.startedIn };
  });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const moment = Math.random() * whole.startedIn * 1.2;
    await withDataDirectory(async (data) => {
      const run = launch({ data });
      await pause(moment);
      run.child.kill("SIGKILL");
      await run.exited;
      const again = await withServer({ data }, contents);
      assert.equal(again, whole.contents, `killed after ${moment} ms`);
    });
  }
});

test("killed again and again on the same data, it still has all of it", async () => {
  await withDataDirectory(async (data) => {
    const whole = await withServer({}, contents);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const run = launch({ data });
      await pause(Math.random() * 150);
      run.child.kill("SIGKILL");
      await run.exited;
    }
    assert.equal(await withServer({ data }, contents), whole);
  });
});

for (const signal of ["SIGTERM", "SIGINT"]) {
  test(`${signal} ends it in good order, though somebody is still connected`, async () => {
    await withServer({}, async (server) => {
      const visitor = connect(server.port, "127.0.0.1");
      await once(visitor, "connect");
      visitor.write(`GET /api/home HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
      await once(visitor, "data");
      visitor.on("error", () => {});

      const asked = performance.now();
      assert.deepEqual(await server.stop(signal), { code: 0, signal: null });
      assert.ok(performance.now() - asked < 5_000, "it does not wait for who asks for nothing");
      visitor.destroy();
    });
  });
}

test("a signal while it starts ends it in good order too", async () => {
  await withDataDirectory(async (data) => {
    const run = launch({ data });
    await pause(60);
    run.child.kill("SIGTERM");
    const [code, signal] = await run.exited;
    // Before it listens for signals the system ends it; nothing is lost then either.
    assert.ok(code === 0 || signal === "SIGTERM", `ended with ${signal ?? code}: ${run.stderr}`);
    await withServer({ data }, contents);
  });
});

/** One sentence on the standard error, nothing on the standard output, and a failure. */
async function assertRefused(options, told) {
  const run = launch(options);
  const [code] = await run.exited;
  assert.ok(code !== 0 && code !== null, `ended with ${code}`);
  assert.equal(run.stdout, "");
  const lines = run.stderr.trim().split("\n");
  assert.equal(lines.length, 1, run.stderr);
  assert.match(lines[0], told);
}

test("a port in use is told in one sentence", async () => {
  await withServer({}, async (server) => {
    await withDataDirectory(async (data) => {
      await assertRefused({ data, port: server.port }, new RegExp(`port ${server.port} is in use.*--port`));
      assert.deepEqual(await readdir(data), [], "nothing is left behind");
    });
  });
});

test("a data directory that is a file is told in one sentence", async () => {
  await withDataDirectory(async (data) => {
    const file = join(data, "file");
    await writeFile(file, "");
    await assertRefused({ data: file }, /--data/);
  });
});

test("a damaged database is told in one sentence, and deleting it helps", async () => {
  await withDataDirectory(async (data) => {
    const whole = await withServer({ data }, contents);
    const files = (await readdir(data)).filter((name) => name.startsWith("paoyici.db"));
    const garbage = Buffer.alloc(64 * 1024, "not a database ");
    for (const file of files) await writeFile(join(data, file), garbage);
    await assertRefused({ data }, /database|delete|--data/);
    for (const file of files) await rm(join(data, file));
    assert.equal(await withServer({ data }, contents), whole);
  });
});

test("two servers on one data directory do not spoil it", async () => {
  await withServer({}, async (server) => {
    const whole = await contents(server);
    await withServer({ data: server.data }, async (other) => {
      assert.equal(await contents(other), whole);
      assert.equal(await contents(server), whole);
    });
    assert.equal(await contents(server), whole);
  });
});
