import assert from "node:assert/strict";
import { CostExplorerClient, GetCostAndUsageCommand } from "@aws-sdk/client-cost-explorer";

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const ask = (from, to, more = {}) => new GetCostAndUsageCommand({
  TimePeriod: { Start: day(from), End: day(to) }, Granularity: "DAILY", Metrics: ["UnblendedCost"],
  GroupBy: [{ Type: "DIMENSION", Key: "SERVICE" }], ...more,
});
const amount = (group) => Number(group.Metrics.UnblendedCost.Amount);

export default ({ config, control, fails }) => ({
  async "spending is told by service and day, in pages that say where the next begins"() {
    const client = new CostExplorerClient(config());
    const days = [];
    let [token, pages] = [undefined, 0];
    do {
      const page = await client.send(ask(75, 0, { NextPageToken: token }));
      assert.deepEqual(page.GroupDefinitions, [{ Type: "DIMENSION", Key: "SERVICE" }]);
      days.push(...page.ResultsByTime);
      [token, pages] = [page.NextPageToken, pages + 1];
    } while (token);
    assert.equal(pages, 3);
    assert.equal(days.length, 75);
    assert.deepEqual(days.map((d) => d.TimePeriod.Start), [...Array(75).keys()].map((i) => day(75 - i)));
    assert.ok(days.every((d) => d.Groups.length === 8 && d.Groups.every((g) => g.Metrics.UnblendedCost.Unit === "USD")));
  },
  async "the database cost more than twice as much three days ago, and what is asked twice is the same"() {
    const client = new CostExplorerClient(config());
    const read = async () => (await client.send(ask(10, 0))).ResultsByTime.map((d) => amount(d.Groups.find((g) => g.Keys[0].startsWith("Amazon Relational"))));
    const costs = await read();
    const usual = costs.filter((_, i) => i !== 7);
    assert.ok(costs[7] > 2.2 * Math.max(...usual), `${costs}`);
    assert.deepEqual(await read(), costs);
  },
  async "months and totals add up to their days"() {
    const client = new CostExplorerClient(config());
    const days = (await client.send(ask(5, 0))).ResultsByTime.flatMap((d) => d.Groups).reduce((sum, g) => sum + amount(g), 0);
    const total = (await client.send(ask(5, 0, { Granularity: "MONTHLY", GroupBy: undefined }))).ResultsByTime.reduce((sum, d) => sum + Number(d.Total.UnblendedCost.Amount), 0);
    assert.ok(Math.abs(days - total) < 1e-6);
  },
  async "what cannot be asked is refused, and so is an account without Cost Explorer"() {
    const client = new CostExplorerClient(config());
    await fails(client.send(ask(0, 5)), "ValidationException", 400);
    await fails(client.send(ask(900, 5)), "ValidationException", 400);
    await fails(client.send(ask(5, 0, { NextPageToken: "nonsense" })), "InvalidNextTokenException", 400);
    const test = { accessKeyId: "AKIDPRACTICETEST0001", secretAccessKey: "practice-test-secret-not-for-real-use-01" };
    const error = await fails(new CostExplorerClient(config("prod", { credentials: test })).send(ask(5, 0)), "AccessDeniedException", 400);
    assert.match(error.message, /not enabled for cost explorer/);
  },
  async "a missing permission is told by its action"() {
    await control("POST", "/faults", { kind: "denied", service: "ce" });
    const error = await fails(new CostExplorerClient(config()).send(ask(5, 0)), "AccessDeniedException", 400);
    assert.match(error.message, /ce:GetCostAndUsage/);
  },
});
