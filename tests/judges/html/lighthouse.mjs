/* Lighthouse on some pages, served on this machine alone: accessibility and best practices, 100 each. */
import { createServer } from "node:http";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const categories = ["accessibility", "best-practices"];

/* The pages by number, and nothing else. */
function serve(paths) {
  const server = createServer((request, response) => {
    const path = paths[Number(/^\/(\d+)\.html$/.exec(request.url)?.[1])];
    response.writeHead(path ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" });
    if (path) createReadStream(path).pipe(response);
    else response.end();
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

function problemsOf(report) {
  const wrong = [];
  for (const name of categories) {
    const category = report.categories[name];
    if (category.score === 1) continue;
    const failing = category.auditRefs.filter((ref) => ref.weight > 0 && ref.id && report.audits[ref.id].score !== null && report.audits[ref.id].score < 1);
    wrong.push(`${name} ${Math.round(category.score * 100)}: ${failing.map((ref) => ref.id + " " + JSON.stringify(report.audits[ref.id].details?.items?.slice(0, 2) ?? "")).join("; ")}`);
  }
  return wrong;
}

/* What Lighthouse still asked of a window that is closed is not a finding, and not the end of the judge; all else is. */
process.on("unhandledRejection", (error) => {
  if (!error?.protocolMethod) throw error;
});

export async function lighthouse(tools, paths) {
  const { default: measure } = await import(pathToFileURL(createRequire(resolve(tools) + "/").resolve("lighthouse")).href);
  const server = await serve(paths), found = [], port = 9300 + (process.pid % 500);
  const browser = await launch(tools, `--remote-debugging-port=${port}`);
  try {
    for (const [at, path] of paths.entries()) {
      const url = `http://127.0.0.1:${server.address().port}/${at}.html`;
      const { lhr } = await measure(url, { port, onlyCategories: categories, output: "json", logLevel: "silent", throttlingMethod: "provided", disableFullPageScreenshot: true,
        pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0 });
      found.push([path, lhr.runtimeError ? [lhr.runtimeError.message] : problemsOf(lhr)]);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return found;
}
