import assert from "node:assert/strict";
import { ResourceGroupsTaggingAPIClient, GetResourcesCommand, paginateGetResources } from "@aws-sdk/client-resource-groups-tagging-api";

export default ({ config, control, fails }) => ({
  async "what bears tags is found, page after page"() {
    const client = new ResourceGroupsTaggingAPIClient(config());
    const found = [];
    let pages = 0;
    for await (const page of paginateGetResources({ client, pageSize: 5 }, {})) {
      found.push(...page.ResourceTagMappingList);
      pages++;
    }
    assert.equal(found.length, new Set(found.map((r) => r.ResourceARN)).size);
    assert.ok(pages >= 3 && found.every((r) => r.Tags.some((t) => t.Key === "team")));
  },
  async "by tag and by type"() {
    const client = new ResourceGroupsTaggingAPIClient(config());
    const answer = await client.send(new GetResourcesCommand({ TagFilters: [{ Key: "team", Values: ["reporting"] }], ResourceTypeFilters: ["lambda:function", "ecs"] }));
    assert.deepEqual(answer.ResourceTagMappingList.map((r) => r.ResourceARN.split(/[:/]/).at(-1)).sort(), ["email-worker", "nightly-report"]);
    const none = await client.send(new GetResourcesCommand({ TagFilters: [{ Key: "team", Values: ["nobody"] }] }));
    assert.deepEqual(none.ResourceTagMappingList, []);
  },
  async "a token that is none and a missing permission are refused"() {
    const client = new ResourceGroupsTaggingAPIClient(config());
    await fails(client.send(new GetResourcesCommand({ PaginationToken: "nonsense" })), "PaginationTokenExpiredException", 400);
    await control("POST", "/faults", { kind: "denied", service: "tagging" });
    const error = await fails(client.send(new GetResourcesCommand({})), "AccessDeniedException", 400);
    assert.match(error.message, /tag:GetResources/);
  },
});
