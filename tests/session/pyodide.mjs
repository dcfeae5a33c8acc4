// Random games in a second Python: `node pyodide.mjs PYODIDE CHECKOUT YAML GAMES SCENARIO...` prints their digest.
import { pathToFileURL } from "node:url";

const [pyodide, checkout, yaml, games, ...names] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${pyodide}/` });
for (const [place, root] of [["/checkout", checkout], ["/site/yaml", yaml]]) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root }, place);
}
python.globals.set("games", Number(games));
python.globals.set("names", names.join(" "));
console.log(python.runPython(`
import sys
sys.dont_write_bytecode = True
sys.path[:0] = ["/checkout", "/site"]
from pathlib import Path
from tests.session.endurance import digest
digest(tuple(names.split()), games, Path("/checkout/scenarios"))
`));
