/* A synthesis travels by mail: under 150 KB. */
import { statSync } from "node:fs";

const most = 150 * 1024;

export function heavy(paths) {
  return paths.filter((path) => /[\\/]quarterly-synthesis[\\/]/.test(path))
    .map((path) => [path, statSync(path).size < most ? [] : [`${statSync(path).size} bytes, at most ${most}`]]);
}
