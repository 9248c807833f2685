import assert from "node:assert/strict";
import {
  ECSClient, DescribeServicesCommand, DescribeTaskDefinitionCommand, DescribeTasksCommand, ListClustersCommand, ListServicesCommand, ListTasksCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";

const cluster = "shop";
const describe = async (ecs, name) => (await ecs.send(new DescribeServicesCommand({ cluster, services: [name] }))).services[0];

export default ({ config, control, fails, until }) => ({
  async "clusters, services and tasks are found"() {
    const ecs = new ECSClient(config());
    assert.deepEqual((await ecs.send(new ListClustersCommand({}))).clusterArns, ["arn:aws:ecs:us-east-1:123456789012:cluster/shop"]);
    assert.equal((await ecs.send(new ListServicesCommand({ cluster }))).serviceArns.length, 3);
    const { taskArns } = await ecs.send(new ListTasksCommand({ cluster, serviceName: "web" }));
    assert.equal(taskArns.length, 4);
    const tasks = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [...taskArns, "nothing"] }));
    assert.deepEqual([tasks.tasks.length, tasks.failures.length], [4, 1]);
  },
  async "missing services are failures inside a good answer, and eleven are too many"() {
    const ecs = new ECSClient(config());
    const answer = await ecs.send(new DescribeServicesCommand({ cluster, services: ["web", "nothing"] }));
    assert.deepEqual([answer.services.length, answer.failures[0].reason], [1, "MISSING"]);
    await fails(ecs.send(new DescribeServicesCommand({ cluster, services: Array(11).fill("web") })), "InvalidParameterException", 400);
    await fails(ecs.send(new DescribeServicesCommand({ cluster: "none", services: ["web"] })), "ClusterNotFoundException", 400);
  },
  async "a forced deployment rolls out and keeps the task definition"() {
    const ecs = new ECSClient(config());
    const before = await describe(ecs, "search");
    const { service } = await ecs.send(new UpdateServiceCommand({ cluster, service: "search", forceNewDeployment: true }));
    assert.deepEqual(service.deployments.map((d) => [d.status, d.rolloutState]), [["PRIMARY", "IN_PROGRESS"], ["ACTIVE", "COMPLETED"]]);
    assert.equal(service.taskDefinition, before.taskDefinition);
    const after = await until(() => describe(ecs, "search"), (s) => s.deployments.length === 1);
    assert.deepEqual([after.deployments[0].rolloutState, after.runningCount], ["COMPLETED", 2]);
  },
  async "a rollback takes a former task definition, and scaling takes its time"() {
    const ecs = new ECSClient(config("staging"));
    const former = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "web:17" }));
    const { service } = await ecs.send(new UpdateServiceCommand({ cluster, service: "web", taskDefinition: "web:17", desiredCount: 3 }));
    assert.equal(service.taskDefinition, former.taskDefinition.taskDefinitionArn);
    assert.deepEqual([service.desiredCount, service.runningCount], [3, 1]);
    await until(() => describe(ecs, "web"), (s) => s.runningCount === 3);
    await fails(ecs.send(new UpdateServiceCommand({ cluster, service: "nothing" })), "ServiceNotFoundException", 400);
  },
  async "throttled calls are tried again"() {
    await control("POST", "/faults", { kind: "throttle", service: "ecs", count: 1 });
    assert.equal((await new ECSClient(config()).send(new ListClustersCommand({}))).$metadata.attempts, 2);
  },
});
