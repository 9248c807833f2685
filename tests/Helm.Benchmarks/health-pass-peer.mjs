// The same calls as Helm's health pass, made by the official JavaScript SDK against the same practice cloud.
//   node health-pass-peer.mjs ENDPOINT PLAN.json
// PLAN: {"region","accessKeyId","secretAccessKey","sessionToken"?,"functions":[…],"metrics":[{"name","stat"}],"start","end","period",
//        "batch":500,"inFlight":{"metrics":5,"functions":16},"alarmPages":n}. Prints {"wall_ms","calls":{…},"peak_mb"}.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const [, , endpoint, planFile, modules] = process.argv;
const require = createRequire(pathToFileURL(path.join(modules, 'package.json')));
const { CloudWatchClient, GetMetricDataCommand, DescribeAlarmsCommand } = require('@aws-sdk/client-cloudwatch');
const { LambdaClient, GetFunctionCommand } = require('@aws-sdk/client-lambda');
const { NodeHttpHandler } = require('@smithy/node-http-handler');
const { Agent } = await import('node:http');

const plan = JSON.parse(readFileSync(planFile, 'utf8'));
const settings = {
  region: plan.region,
  endpoint,
  credentials: { accessKeyId: plan.accessKeyId, secretAccessKey: plan.secretAccessKey, sessionToken: plan.sessionToken },
  requestHandler: new NodeHttpHandler({ httpAgent: new Agent({ keepAlive: true, maxSockets: 64 }) }),
};
const watch = new CloudWatchClient(settings);
const lambda = new LambdaClient(settings);
const calls = {};
const count = (name) => { calls[name] = (calls[name] ?? 0) + 1; };

async function inFlight(limit, jobs, run) {
  let next = 0;
  await Promise.all(Array.from({ length: limit }, async () => {
    while (next < jobs.length) { await run(jobs[next++]); }
  }));
}

const queries = plan.functions.flatMap((name, f) => plan.metrics.map((metric, m) => ({
  Id: `q${f}_${m}`,
  MetricStat: {
    Metric: { Namespace: 'AWS/Lambda', MetricName: metric.name, Dimensions: [{ Name: 'FunctionName', Value: name }] },
    Period: plan.period,
    Stat: metric.stat,
  },
})));
const batches = [];
for (let i = 0; i < queries.length; i += plan.batch) { batches.push(queries.slice(i, i + plan.batch)); }

const started = performance.now();
let points = 0;
await Promise.all([
  inFlight(plan.inFlight.metrics, batches, async (batch) => {
    let token;
    do {
      count('GetMetricData');
      const page = await watch.send(new GetMetricDataCommand({
        MetricDataQueries: batch, StartTime: new Date(plan.start), EndTime: new Date(plan.end), NextToken: token,
      }));
      for (const series of page.MetricDataResults) { points += series.Values.length; }
      token = page.NextToken;
    } while (token);
  }),
  inFlight(plan.inFlight.functions, plan.functions, async (name) => {
    count('GetFunction');
    await lambda.send(new GetFunctionCommand({ FunctionName: name }));
  }),
  (async () => {
    let token;
    do {
      count('DescribeAlarms');
      const page = await watch.send(new DescribeAlarmsCommand({ NextToken: token, MaxRecords: 100 }));
      token = page.NextToken;
    } while (token);
  })(),
]);
const wall = performance.now() - started;
console.log(JSON.stringify({ wall_ms: Math.round(wall), calls, points, peak_mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
