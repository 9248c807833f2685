import assert from "node:assert/strict";
import {
  RDSClient, DescribeDBInstancesCommand, DescribeDBParameterGroupsCommand, DescribeEventsCommand, ModifyDBParameterGroupCommand, RebootDBInstanceCommand,
  paginateDescribeDBParameters,
} from "@aws-sdk/client-rds";

const parameter = async (client, group, name) => {
  for await (const page of paginateDescribeDBParameters({ client, pageSize: 20 }, { DBParameterGroupName: group })) {
    const found = page.Parameters.find((p) => p.ParameterName === name);
    if (found) return found;
  }
  return null;
};
const set = (client, DBParameterGroupName, ParameterValue, ApplyMethod, ParameterName = "max_connections") =>
  client.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName, Parameters: [{ ParameterName, ParameterValue, ApplyMethod }] }));
const instance = async (client) => (await client.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: "orders-db" }))).DBInstances[0];

export default ({ config, control, fails, until }) => ({
  async "instances and groups are described"() {
    const rds = new RDSClient(config());
    const db = await instance(rds);
    assert.equal(db.Engine, "mysql");
    assert.equal(db.DBInstanceStatus, "available");
    assert.equal(db.DBParameterGroups[0].DBParameterGroupName, "prod-params");
    assert.equal((await rds.send(new DescribeDBParameterGroupsCommand({}))).DBParameterGroups.length, 2);
    await fails(rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: "nothing" })), "DBInstanceNotFoundFault", 404);
  },
  async "max_connections of MySQL is applied at once"() {
    const rds = new RDSClient(config());
    const before = await parameter(rds, "prod-params", "max_connections");
    assert.deepEqual([before.ParameterValue, before.ApplyType, before.IsModifiable, before.Source], ["100", "dynamic", true, "user"]);
    await set(rds, "prod-params", "150", "immediate");
    assert.equal((await instance(rds)).DBParameterGroups[0].ParameterApplyStatus, "applying");
    await until(() => instance(rds), (db) => db.DBParameterGroups[0].ParameterApplyStatus === "in-sync");
    assert.equal((await parameter(rds, "prod-params", "max_connections")).ParameterValue, "150");
    const events = await rds.send(new DescribeEventsCommand({ SourceIdentifier: "orders-db", SourceType: "db-instance" }));
    assert.ok(events.Events.some((e) => e.Message.includes("max_connections to 150")));
  },
  async "max_connections of PostgreSQL waits for a reboot"() {
    const rds = new RDSClient(config("staging"));
    assert.equal((await parameter(rds, "staging-params", "max_connections")).ApplyType, "static");
    await fails(set(rds, "staging-params", "200", "immediate"), "InvalidParameterCombination", 400);
    await set(rds, "staging-params", "200", "pending-reboot");
    assert.equal((await instance(rds)).DBParameterGroups[0].ParameterApplyStatus, "pending-reboot");
    await rds.send(new RebootDBInstanceCommand({ DBInstanceIdentifier: "orders-db" }));
    assert.equal((await instance(rds)).DBInstanceStatus, "rebooting");
    await fails(rds.send(new RebootDBInstanceCommand({ DBInstanceIdentifier: "orders-db" })), "InvalidDBInstanceStateFault", 400);
    const done = await until(() => instance(rds), (db) => db.DBInstanceStatus === "available");
    assert.equal(done.DBParameterGroups[0].ParameterApplyStatus, "in-sync");
  },
  async "what cannot be changed is refused"() {
    const rds = new RDSClient(config());
    await fails(set(rds, "default.mysql8.0", "150", "immediate"), "InvalidParameterValue", 400);
    await fails(set(rds, "prod-params", "0", "immediate"), "InvalidParameterValue", 400);
    await fails(set(rds, "prod-params", "3307", "pending-reboot", "port"), "InvalidParameterValue", 400);
    await fails(set(rds, "prod-params", "1", "immediate", "no_such_parameter"), "InvalidParameterValue", 400);
    const many = Array.from({ length: 21 }, () => ({ ParameterName: "wait_timeout", ParameterValue: "100", ApplyMethod: "immediate" }));
    await fails(rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName: "prod-params", Parameters: many })), "InvalidParameterValue", 400);
  },
  async "a lost answer makes the client reboot twice, and the statistics show it"() {
    await control("DELETE", "/stats");
    await control("POST", "/faults", { kind: "reset", operation: "RebootDBInstance", after: true, count: 1 });
    await new RDSClient(config()).send(new RebootDBInstanceCommand({ DBInstanceIdentifier: "orders-db" })).catch(() => {});
    const stats = await control("GET", "/stats");
    assert.equal(stats.calls["rds:RebootDBInstance"], 2);
    assert.deepEqual(stats.mutations.map((m) => m.outcome), ["done", "InvalidDBInstanceState"]);
  },
});
