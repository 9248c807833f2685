import assert from "node:assert/strict";
import { SecurityHubClient, GetFindingsCommand, paginateGetFindings } from "@aws-sdk/client-securityhub";

const equals = (Value) => [{ Value, Comparison: "EQUALS" }];

export default ({ config, control, fails }) => ({
  async "findings come in pages, the gravest first, and each names its control and resource"() {
    const client = new SecurityHubClient(config());
    const found = [];
    let pages = 0;
    for await (const page of paginateGetFindings({ client, pageSize: 10 }, { SortCriteria: [{ Field: "SeverityNormalized", SortOrder: "desc" }] })) {
      found.push(...page.Findings);
      pages++;
    }
    assert.ok(pages >= 3 && found.length > 20, `${pages} ${found.length}`);
    assert.equal(new Set(found.map((f) => f.Id)).size, found.length);
    const grave = found.map((f) => f.Severity.Normalized);
    assert.deepEqual(grave, [...grave].sort((a, b) => b - a));
    assert.ok(found.every((f) => f.Compliance.SecurityControlId && f.Resources[0].Id.startsWith("arn:aws:") && f.AwsAccountId === "123456789012"));
  },
  async "filters hold together, and values of one field are alternatives"() {
    const client = new SecurityHubClient(config());
    const failed = await client.send(new GetFindingsCommand({ Filters: { ComplianceStatus: equals("FAILED"), WorkflowStatus: [{ Value: "SUPPRESSED", Comparison: "NOT_EQUALS" }] } }));
    assert.deepEqual(failed.Findings.map((f) => f.Compliance.SecurityControlId).sort(), ["CloudFront.6", "ECS.5", "IAM.6", "Lambda.2", "RDS.8", "S3.5"]);
    const some = await client.send(new GetFindingsCommand({ Filters: { ComplianceSecurityControlId: [...equals("S3.8"), ...equals("RDS.8")] } }));
    assert.deepEqual(some.Findings.map((f) => f.Workflow.Status).sort(), ["NEW", "SUPPRESSED"]);
    await fails(client.send(new GetFindingsCommand({ MaxResults: 101 })), "InvalidInputException", 400);
  },
  async "an account that did not subscribe, and a caller that may not, are told apart"() {
    const test = { accessKeyId: "AKIDPRACTICETEST0001", secretAccessKey: "practice-test-secret-not-for-real-use-01" };
    await fails(new SecurityHubClient(config("prod", { credentials: test })).send(new GetFindingsCommand({})), "InvalidAccessException", 401);
    await control("POST", "/faults", { kind: "denied", service: "securityhub" });
    const error = await fails(new SecurityHubClient(config()).send(new GetFindingsCommand({})), "AccessDeniedException", 403);
    assert.match(error.message, /securityhub:GetFindings/);
  },
});
