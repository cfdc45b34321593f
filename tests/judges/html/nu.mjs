/* The Nu checker over all pages, in one Java. Gives [path, problems] of each. */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/* About our language it guesses; the other is in browsers and in the standard, but not yet in its list. */
const mistaken = /This document appears to be written in|^CSS: Unknown pseudo-element or pseudo-class “::details-content”/;

/* Once through each file: compiling more, or collecting on more threads, costs more than it brings. */
export async function nu(tools, paths) {
  const jar = createRequire(resolve(tools) + "/").resolve("vnu-jar/build/dist/vnu.jar");
  const java = spawn("java", ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en", "-jar", jar, "--format", "json", "--exit-zero-always", ...paths.map((path) => resolve(path))]);
  let said = "";
  java.stdout.resume();
  java.stderr.setEncoding("utf8").on("data", (text) => { said += text; });
  const code = await new Promise((done) => java.on("close", done));
  const found = new Map(paths.map((path) => [resolve(path), []]));
  try {
    for (const message of JSON.parse(said).messages)
      if (!mistaken.test(message.message)) found.get(fileURLToPath(message.url)).push(`${message.lastLine}: ${message.message} ${message.extract ?? ""}`);
  } catch (error) {
    found.set(resolve(paths[0]), [`the checker broke (exit ${code}): ${said.slice(0, 300)}`]);
  }
  return found;
}
