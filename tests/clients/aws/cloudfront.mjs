import assert from "node:assert/strict";
import {
  CloudFrontClient, CreateInvalidationCommand, GetDistributionCommand, GetInvalidationCommand, ListDistributionsCommand, ListInvalidationsCommand,
} from "@aws-sdk/client-cloudfront";

const DistributionId = "E2PRACTICECDN1";

export default ({ config, control, fails, until }) => ({
  async "distributions are listed and described"() {
    const cloudfront = new CloudFrontClient(config());
    const { DistributionList: list } = await cloudfront.send(new ListDistributionsCommand({}));
    assert.deepEqual([list.Quantity, list.Items[0].Comment, list.Items[0].Aliases.Items], [1, "cdn", ["www.example.com"]]);
    const { Distribution: one } = await cloudfront.send(new GetDistributionCommand({ Id: DistributionId }));
    assert.equal(one.Status, "Deployed");
    await fails(cloudfront.send(new GetDistributionCommand({ Id: "NOTHING" })), "NoSuchDistribution", 404);
  },
  async "an invalidation is in progress, then completed, and once for a caller reference"() {
    const cloudfront = new CloudFrontClient(config());
    const create = (paths, reference = "check-1") => cloudfront.send(new CreateInvalidationCommand({
      DistributionId, InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: paths } },
    }));
    const { Invalidation: first } = await create(["/*", "/index.html"]);
    assert.equal(first.Status, "InProgress");
    assert.equal((await create(["/*", "/index.html"])).Invalidation.Id, first.Id);
    await fails(create(["/other"]), "InvalidationBatchAlreadyExists", 409);
    await fails(create(["no-slash"], "check-2"), "InvalidArgument", 400);
    await until(() => cloudfront.send(new GetInvalidationCommand({ DistributionId, Id: first.Id })), (a) => a.Invalidation.Status === "Completed");
    assert.equal((await cloudfront.send(new ListInvalidationsCommand({ DistributionId }))).InvalidationList.Quantity, 1);
  },
  async "throttled calls are tried again"() {
    await control("POST", "/faults", { kind: "throttle", service: "cloudfront", count: 1 });
    assert.equal((await new CloudFrontClient(config()).send(new ListDistributionsCommand({}))).$metadata.attempts, 2);
  },
});
