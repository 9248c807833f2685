import assert from "node:assert/strict";
import {
  ConfigServiceClient, DescribeComplianceByConfigRuleCommand, DescribeConfigurationRecorderStatusCommand, GetComplianceDetailsByConfigRuleCommand,
  paginateDescribeComplianceByConfigRule, paginateGetComplianceDetailsByConfigRule,
} from "@aws-sdk/client-config-service";

export default ({ config, control, fails }) => ({
  async "rules are told with their compliance, page after page"() {
    const rules = [...Array(40).keys()].map((i) => ({ name: `many-${i}`, compliant: [`AWS::S3::Bucket/b${i}`] }));
    await control("POST", "/scenarios", { name: "many-rules", resources: { config_rules: rules } });
    try {
      const client = new ConfigServiceClient(config());
      const found = [];
      let pages = 0;
      for await (const page of paginateDescribeComplianceByConfigRule({ client }, {})) {
        found.push(...page.ComplianceByConfigRules);
        pages++;
      }
      assert.equal(pages, 3);
      assert.equal(found.length, 51);
      const of = (type) => found.filter((r) => r.Compliance.ComplianceType === type).map((r) => r.ConfigRuleName);
      assert.deepEqual(of("NON_COMPLIANT"), ["lambda-dlq-check", "rds-instance-deletion-protection-enabled", "required-tags", "s3-bucket-ssl-requests-only"]);
      assert.deepEqual(of("INSUFFICIENT_DATA"), ["ec2-ebs-encryption-by-default"]);
      assert.equal(found.find((r) => r.ConfigRuleName === "lambda-dlq-check").Compliance.ComplianceContributorCount.CappedCount, 3);
    } finally {
      await control("DELETE", "/scenarios/many-rules");
    }
  },
  async "the resources behind a rule are told, with the reason"() {
    const client = new ConfigServiceClient(config());
    const found = [];
    for await (const page of paginateGetComplianceDetailsByConfigRule({ client, pageSize: 2 }, { ConfigRuleName: "lambda-dlq-check", ComplianceTypes: ["NON_COMPLIANT"] })) {
      assert.ok(page.EvaluationResults.length <= 2);
      found.push(...page.EvaluationResults);
    }
    assert.deepEqual(found.map((r) => r.EvaluationResultIdentifier.EvaluationResultQualifier.ResourceId), ["api-lambda", "api-handler", "nightly-report"]);
    assert.ok(found.every((r) => r.Annotation.includes("dead letter") && r.ResultRecordedTime instanceof Date));
    await fails(client.send(new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName: "none" })), "NoSuchConfigRuleException", 400);
  },
  async "an account without a recorder says so, and a missing permission is told by its action"() {
    const test = { accessKeyId: "AKIDPRACTICETEST0001", secretAccessKey: "practice-test-secret-not-for-real-use-01" };
    const elsewhere = new ConfigServiceClient(config("prod", { credentials: test }));
    assert.deepEqual((await elsewhere.send(new DescribeConfigurationRecorderStatusCommand({}))).ConfigurationRecordersStatus, []);
    assert.equal((await new ConfigServiceClient(config()).send(new DescribeConfigurationRecorderStatusCommand({}))).ConfigurationRecordersStatus[0].recording, true);
    await control("POST", "/faults", { kind: "denied", service: "config" });
    const error = await fails(new ConfigServiceClient(config()).send(new DescribeComplianceByConfigRuleCommand({})), "AccessDeniedException", 400);
    assert.match(error.message, /config:DescribeComplianceByConfigRule/);
  },
});
