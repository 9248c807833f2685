// node check.mjs SERVICE ENDPOINT: runs the checks of one service and prints a line for each.
import { setTimeout as wait } from "node:timers/promises";

const [service, endpoint] = process.argv.slice(2);
if (!service || !endpoint) {
  console.error("usage: node check.mjs SERVICE ENDPOINT   (start the practice cloud first)");
  process.exit(2);
}

const keys = {
  prod: { accessKeyId: "AKIDPRACTICEPROD0001", secretAccessKey: "practice-prod-secret-not-for-real-use-01" },
  staging: { accessKeyId: "AKIDPRACTICESTAG0001", secretAccessKey: "practice-staging-secret-not-for-real-use" },
};

const config = (environment = "prod", more = {}) =>
  ({ endpoint, region: "us-east-1", credentials: keys[environment], maxAttempts: 4, ...more });

async function control(method, path, body) {
  const answer = await fetch(new URL(`/_practice${path}`, endpoint), {
    method, body: body && JSON.stringify(body), headers: body ? { "content-type": "application/json" } : {},
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

async function fails(promise, name, status) {
  try {
    await promise;
  } catch (error) {
    if (error.name !== name || (status && error.$metadata?.httpStatusCode !== status)) {
      throw new Error(`expected ${name} ${status ?? ""}, got ${error.name} ${error.$metadata?.httpStatusCode}: ${error.message}`);
    }
    return error;
  }
  throw new Error(`expected ${name}, but it succeeded`);
}

async function until(ask, holds) {
  for (let i = 0; i < 200; i++) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await wait(50);
  }
  throw new Error("did not come about");
}

const { default: make } = await import(`./${service}.mjs`);
const checks = make({ config, control, fails, until });
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok ${service}: ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok ${service}: ${name}: ${error.stack}`);
  } finally {
    await control("DELETE", "/faults");
  }
}
process.exit(failed ? 1 : 0);
