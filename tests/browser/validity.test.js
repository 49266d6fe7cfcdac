// The Nu HTML checker over every page of the site.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

import vnu from "vnu-jar";

import { folder, pages } from "./lib/site.js";

test(`the Nu HTML checker has nothing to say of ${pages.length} pages`, async () => {
  assert.ok(pages.length > 100, "the sample site has its pages");
  const run = promisify(execFile)(
    "java",
    ["-jar", vnu, "--format", "json", "--exit-zero-always", ...pages],
    { cwd: folder, maxBuffer: 64 << 20 },
  );
  const { messages } = JSON.parse((await run).stderr);
  const faults = messages.map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract ?? ""}`);
  assert.deepEqual(faults.slice(0, 20), []);
});
