import assert from "node:assert/strict";
import {
  CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand, GetMetricStatisticsCommand, ListMetricsCommand,
  paginateGetMetricData, paginateListMetrics, paginateDescribeAlarms,
} from "@aws-sdk/client-cloudwatch";

const minute = 60_000;
const window = (minutes) => {
  const EndTime = new Date(Math.floor(Date.now() / minute) * minute);
  return { StartTime: new Date(EndTime - minutes * minute), EndTime };
};
const query = (Id, MetricName, Stat, Period = 300, name = "api-handler") => ({
  Id, MetricStat: { Metric: { Namespace: "AWS/Lambda", MetricName, Dimensions: [{ Name: "FunctionName", Value: name }] }, Period, Stat },
});

export default ({ config, control, fails }) => ({
  async "statistics of one window agree with each other"() {
    const cloudwatch = new CloudWatchClient(config());
    const stats = ["Sum", "SampleCount", "Average", "Minimum", "Maximum", "p50", "p95", "tm90"];
    const answer = await cloudwatch.send(new GetMetricDataCommand({
      ...window(5), MetricDataQueries: stats.map((stat, i) => query(`q${i}`, "Duration", stat)),
    }));
    const [sum, count, average, least, most, median, p95, trimmed] = answer.MetricDataResults.map((r) => r.Values[0]);
    assert.ok(Math.abs(sum / count - average) < 1e-6);
    assert.ok(least <= median && median <= p95 && p95 <= most && trimmed < average);
    const each = await cloudwatch.send(new GetMetricDataCommand({ ...window(5), ScanBy: "TimestampAscending", MetricDataQueries: [query("m", "Duration", "Sum", 60)] }));
    const [series] = each.MetricDataResults;
    assert.equal(series.Values.length, 5);
    assert.ok(Math.abs(series.Values.reduce((a, b) => a + b) - sum) < 1e-6);
    assert.ok(series.Timestamps[0] < series.Timestamps[4]);
  },
  async "a function that nobody calls has no datapoints"() {
    const answer = await new CloudWatchClient(config()).send(new GetMetricDataCommand({
      ...window(60), MetricDataQueries: [query("a", "Invocations", "Sum", 60, "nightly-report"), query("b", "Errors", "Sum", 60, "no-such-function")],
    }));
    assert.deepEqual(answer.MetricDataResults.map((r) => [r.Values.length, r.StatusCode]), [[0, "Complete"], [0, "Complete"]]);
  },
  async "more than 500 queries, metric math and a wrong period are refused"() {
    const cloudwatch = new CloudWatchClient(config());
    const send = (queries) => cloudwatch.send(new GetMetricDataCommand({ ...window(5), MetricDataQueries: queries }));
    const many = Array.from({ length: 501 }, (_, i) => query(`q${i}`, "Errors", "Sum"));
    await fails(send(many), "ValidationException", 400);
    assert.equal((await send(many.slice(1))).MetricDataResults.length, 500);
    await fails(send([{ Id: "e", Expression: "a/b" }]), "ValidationException", 400);
    await fails(send([query("a", "Errors", "Sum", 45)]), "ValidationException", 400);
    await fails(send([query("a", "Errors", "Sum"), query("a", "Errors", "Sum")]), "ValidationException", 400);
  },
  async "datapoints come in pages that add up"() {
    const cloudwatch = new CloudWatchClient(config());
    const input = { ...window(120), MaxDatapoints: 50, MetricDataQueries: [query("a", "Invocations", "Sum", 60), query("b", "Duration", "p95", 60)] };
    const seen = { a: [], b: [] };
    const codes = [];
    for await (const page of paginateGetMetricData({ client: cloudwatch }, input)) {
      for (const series of page.MetricDataResults) {
        seen[series.Id].push(...series.Timestamps.map(Number));
        codes.push(series.StatusCode);
      }
    }
    assert.equal(new Set(seen.a).size, 120);
    assert.equal(new Set(seen.b).size, 120);
    assert.ok(codes.includes("PartialData") && codes.filter((code) => code === "Complete").length === 2);
  },
  async "GetMetricStatistics knows plain and extended statistics"() {
    const cloudwatch = new CloudWatchClient(config());
    const input = { Namespace: "AWS/RDS", MetricName: "CPUUtilization", Dimensions: [{ Name: "DBInstanceIdentifier", Value: "orders-db" }], ...window(10), Period: 300 };
    const answer = await cloudwatch.send(new GetMetricStatisticsCommand({ ...input, Statistics: ["Average", "Maximum"], ExtendedStatistics: ["p90"] }));
    assert.equal(answer.Datapoints.length, 2);
    assert.ok(answer.Datapoints.every((p) => p.Average <= p.Maximum && p.ExtendedStatistics.p90 <= p.Maximum && p.Unit === "Percent"));
    await fails(cloudwatch.send(new GetMetricStatisticsCommand(input)), "InvalidParameterCombinationException");
  },
  async "metrics and alarms are listed in pages"() {
    const client = new CloudWatchClient(config());
    const metrics = [];
    for await (const page of paginateListMetrics({ client }, {})) metrics.push(...page.Metrics);
    assert.ok(metrics.length > 80);
    const services = await client.send(new ListMetricsCommand({ Namespace: "Company/Services", MetricName: "ResponseTime" }));
    assert.deepEqual(services.Metrics.map((m) => m.Dimensions[0].Value).sort(), ["billing", "cart", "orders"]);
    const alarms = [];
    for await (const page of paginateDescribeAlarms({ client, pageSize: 5 }, {})) alarms.push(...page.MetricAlarms);
    assert.equal(alarms.length, 12);
    assert.deepEqual((await client.send(new DescribeAlarmsCommand({ StateValue: "INSUFFICIENT_DATA" }))).MetricAlarms.map((a) => a.AlarmName), ["nightly-report-errors"]);
  },
  async "one environment does not see another"() {
    const answer = await new CloudWatchClient(config("staging")).send(new ListMetricsCommand({ Namespace: "AWS/CloudFront" }));
    assert.deepEqual(answer.Metrics, []);
    const elsewhere = await new CloudWatchClient(config("prod", { region: "eu-west-1" })).send(new ListMetricsCommand({}));
    assert.deepEqual(elsewhere.Metrics, []);
  },
  async "throttled calls are tried again, partial series say so"() {
    const cloudwatch = new CloudWatchClient(config());
    await control("POST", "/faults", { kind: "throttle", service: "monitoring", count: 2 });
    const answer = await cloudwatch.send(new DescribeAlarmsCommand({}));
    assert.equal(answer.$metadata.attempts, 3);
    await control("POST", "/faults", { kind: "partial", count: 1 });
    const queries = Array.from({ length: 40 }, (_, i) => query(`q${i}`, "Errors", "Sum", 60));
    const partial = await cloudwatch.send(new GetMetricDataCommand({ ...window(5), MetricDataQueries: queries }));
    assert.deepEqual(new Set(partial.MetricDataResults.map((r) => r.StatusCode)), new Set(["Complete", "PartialData", "InternalError"]));
  },
});
