// A loopback server as a portal's would be: compressed, with the strictest content security policy that pages promise
// to hold under.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};
const COMPRESSED = /^text\/|json|xml/;

/** Serves a folder until it is closed; `sent` counts the bytes of all bodies. */
export async function serve(folder) {
  const counter = { sent: 0 };
  const server = createServer(async (request, response) => {
    const { status, path, bytes } = await find(folder, new URL(request.url, "http://localhost").pathname);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const headers = { "content-type": type, "content-security-policy": "default-src 'self'", "cache-control": "max-age=600" };
    const compress = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const body = compress ? gzipSync(bytes) : bytes;
    if (compress) headers["content-encoding"] = "gzip";
    counter.sent += body.length;
    response.writeHead(status, headers).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, counter, close };
}

async function find(folder, address) {
  const path = normalize(decodeURIComponent(address)) + (address.endsWith("/") ? "index.html" : "");
  try {
    return { status: 200, path, bytes: await readFile(join(folder, path)) };
  } catch {
    const bytes = await readFile(join(folder, "404.html")).catch(() => Buffer.from("not found"));
    return { status: 404, path: "404.html", bytes };
  }
}
