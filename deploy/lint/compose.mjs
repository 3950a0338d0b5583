// Reads compose.yaml by the schema of the Compose Specification (compose-spec.json: github.com/compose-spec/compose-spec, Apache-2.0), and looks whether
// what services name is there: node compose.mjs FILE
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import formats from "ajv-formats";
import { parse } from "yaml";

const schema = JSON.parse(readFileSync(new URL("compose-spec.json", import.meta.url)));
const compose = parse(readFileSync(process.argv[2], "utf8"), { merge: true });
// Its own name for draft 7 is not the one that Ajv has.
delete schema.$schema;
const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addFormat("ports", true).addFormat("expose", true).addFormat("duration", true).addFormat("subnet_ip_address", true);
const faults = ajv.validate(schema, compose) ? [] : ajv.errors.map((e) => `${e.instancePath}: ${e.message}`);
for (const [name, service] of Object.entries(compose.services)) {
  for (const secret of service.secrets ?? []) if (!(secret in compose.secrets)) faults.push(`${name}: no secret ${secret}`);
  for (const other of Object.keys(service.depends_on ?? {})) if (!(other in compose.services)) faults.push(`${name}: no service ${other}`);
  for (const volume of service.volumes ?? []) {
    const source = volume.split(":")[0];
    if (!/^[./~]/.test(source) && !(source in compose.volumes)) faults.push(`${name}: no volume ${source}`);
  }
  if (service.image && !/:[^:]+$/.test(service.image) && !service.build) faults.push(`${name}: image ${service.image} has no tag`);
}
faults.forEach((fault) => console.error(fault));
process.exit(faults.length ? 1 : 0);
