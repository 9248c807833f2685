import assert from "node:assert/strict";
import { EC2Client, DescribeInstancesCommand, paginateDescribeInstances } from "@aws-sdk/client-ec2";

const more = {
  name: "more-machines",
  environment: "staging",
  resources: { hosts: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `machine-${n}`, id: `i-0practice0${n}` })) },
};
const names = (answer) => answer.Reservations.flatMap((one) => one.Instances).map((one) => one.Tags.find((tag) => tag.Key === "Name").Value);

export default ({ config, control, fails }) => ({
  async "machines come in pages, each with its name and state"() {
    await control("POST", "/scenarios", more);
    const found = [];
    for await (const page of paginateDescribeInstances({ client: new EC2Client(config("staging")), pageSize: 5 }, {})) {
      found.push(names(page));
      assert.ok(page.Reservations.every((one) => one.Instances[0].State.Name === "running" && one.Instances[0].LaunchTime < new Date()));
    }
    assert.deepEqual(found, [["machine-1", "machine-2", "machine-3", "machine-4", "machine-5"], ["machine-6"]]);
  },
  async "an account without machines has none, and a size out of bounds is refused"() {
    const client = new EC2Client(config());
    assert.deepEqual((await client.send(new DescribeInstancesCommand({}))).Reservations ?? [], []);
    await fails(client.send(new DescribeInstancesCommand({ MaxResults: 4 })), "InvalidParameterValue", 400);
  },
  async "a throttle is tried again and a missing permission names the action"() {
    const client = new EC2Client(config());
    await control("POST", "/faults", { kind: "throttle", service: "ec2", count: 1 });
    assert.equal((await client.send(new DescribeInstancesCommand({}))).$metadata.attempts, 2);
    await control("DELETE", "/faults");
    await control("POST", "/faults", { kind: "denied", service: "ec2" });
    assert.match((await fails(client.send(new DescribeInstancesCommand({})), "AccessDenied", 403)).message, /ec2:DescribeInstances/);
  },
});
