// Reads a Teams manifest, prints what Microsoft's own schema has against it: a list, empty when nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const manifest = JSON.parse(readFileSync(0, 'utf8'));
const folder = join(import.meta.dirname, 'node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams');
const schema = JSON.parse(readFileSync(join(folder, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strictTypes: false });
formats(ajv, ['uri', 'email', 'regex']);
const validate = ajv.compile(schema);
console.log(JSON.stringify(validate(manifest) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`)));
