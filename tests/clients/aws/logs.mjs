import assert from "node:assert/strict";
import {
  CloudWatchLogsClient, DescribeLogGroupsCommand, FilterLogEventsCommand, GetQueryResultsCommand, StartQueryCommand, StopQueryCommand,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";

const group = "/aws/lambda/api-lambda";
const ago = (minutes) => Math.floor(Date.now() / 60_000 - minutes) * 60_000;

export default ({ config, control, fails, until }) => ({
  async "log groups are listed by prefix"() {
    const logs = new CloudWatchLogsClient(config());
    const answer = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/lambda/" }));
    assert.equal(answer.logGroups.length, 5);
    await fails(logs.send(new FilterLogEventsCommand({ logGroupName: "/nowhere" })), "ResourceNotFoundException", 400);
  },
  async "lines are found by terms, in order, and pages may be empty"() {
    const client = new CloudWatchLogsClient(config());
    const some = await client.send(new FilterLogEventsCommand({ logGroupName: group, startTime: ago(10), endTime: ago(0), filterPattern: "INFO answered" }));
    assert.equal(some.events.length, 60);
    assert.ok(some.events.every((e, i) => i === 0 || some.events[i - 1].timestamp <= e.timestamp));
    const either = await client.send(new FilterLogEventsCommand({ logGroupName: group, startTime: ago(10), endTime: ago(0), filterPattern: "?INFO ?REPORT", limit: 7 }));
    assert.equal(either.events.length, 7);
    let [pages, empty, found] = [0, 0, 0];
    for await (const page of paginateFilterLogEvents({ client }, { logGroupName: group, startTime: ago(60 * 24 * 2), filterPattern: '"no such words"' })) {
      pages++;
      found += page.events.length;
      empty += page.events.length === 0 && page.nextToken ? 1 : 0;
    }
    assert.ok(pages > 1 && empty > 0 && found === 0);
    const ids = new Set();
    for await (const page of paginateFilterLogEvents({ client, pageSize: 25 }, { logGroupName: group, startTime: ago(30), endTime: ago(0) })) {
      page.events.forEach((e) => ids.add(e.eventId));
    }
    assert.equal(ids.size, 303);
  },
  async "Insights counts what the filter finds"() {
    const logs = new CloudWatchLogsClient(config());
    const run = async (queryString) => {
      const { queryId } = await logs.send(new StartQueryCommand({ logGroupName: group, startTime: ago(10) / 1000, endTime: ago(0) / 1000, queryString }));
      const done = await until(() => logs.send(new GetQueryResultsCommand({ queryId })), (a) => !["Scheduled", "Running"].includes(a.status));
      assert.equal(done.status, "Complete");
      return done.results.map((row) => Object.fromEntries(row.map((c) => [c.field, c.value])));
    };
    const rows = await run("filter @message like /REPORT|INFO/ | parse @message /(?<kind>REPORT|INFO)/ | stats count(*) as n by kind | sort n desc");
    assert.deepEqual(rows, [{ kind: "INFO", n: "60" }, { kind: "REPORT", n: "40" }]);
    const newest = await run("fields @timestamp, @message | filter @message like 'INFO' and @message not like /REPORT/ | sort @timestamp desc | limit 3");
    assert.equal(newest.length, 3);
    assert.ok(newest[0]["@timestamp"] >= newest[2]["@timestamp"] && newest[0]["@message"].includes("INFO"));
    await fails(run("sing @message"), "MalformedQueryException", 400);
  },
  async "a query can be stopped"() {
    const logs = new CloudWatchLogsClient(config());
    const { queryId } = await logs.send(new StartQueryCommand({ logGroupName: group, startTime: ago(10) / 1000, endTime: ago(0) / 1000, queryString: "fields @message" }));
    assert.equal((await logs.send(new StopQueryCommand({ queryId }))).success, true);
    assert.equal((await logs.send(new GetQueryResultsCommand({ queryId }))).status, "Cancelled");
  },
  async "throttled calls are tried again"() {
    await control("POST", "/faults", { kind: "throttle", service: "logs", count: 1 });
    assert.equal((await new CloudWatchLogsClient(config()).send(new DescribeLogGroupsCommand({}))).$metadata.attempts, 2);
  },
});
