import assert from "node:assert/strict";
import { STSClient, AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { RDSClient, DescribeDBInstancesCommand } from "@aws-sdk/client-rds";
import { S3Client, ListBucketsCommand } from "@aws-sdk/client-s3";

const everyProtocol = (config) => [
  [() => new STSClient(config).send(new GetCallerIdentityCommand({})), "InvalidClientTokenId", "SignatureDoesNotMatch"],
  [() => new RDSClient(config).send(new DescribeDBInstancesCommand({})), "InvalidClientTokenId", "SignatureDoesNotMatch"],
  [() => new CloudWatchClient(config).send(new DescribeAlarmsCommand({})), "UnrecognizedClientException", "InvalidSignatureException"],
  [() => new LambdaClient(config).send(new ListFunctionsCommand({})), "UnrecognizedClientException", "InvalidSignatureException"],
  [() => new S3Client({ ...config, forcePathStyle: true }).send(new ListBucketsCommand({})), "InvalidAccessKeyId", "SignatureDoesNotMatch"],
];

export default ({ config, control, fails }) => ({
  async "a caller is told who he is"() {
    const identity = await new STSClient(config("staging")).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.Account, "234567890123");
    assert.equal(identity.Arn, "arn:aws:iam::234567890123:user/helm");
  },
  async "an unknown key and a wrong secret are refused in each protocol's words"() {
    for (const [send, name] of everyProtocol(config("prod", { credentials: { accessKeyId: "AKIDNOBODY", secretAccessKey: "x" }, maxAttempts: 1 }))) {
      await fails(send(), name);
    }
    for (const [send, , name] of everyProtocol(config("prod", { credentials: { accessKeyId: "AKIDPRACTICEPROD0001", secretAccessKey: "wrong" }, maxAttempts: 1 }))) {
      await fails(send(), name);
    }
  },
  async "an assumed role works in its account, and not without its token"() {
    const { Credentials: c, AssumedRoleUser } = await new STSClient(config("prod")).send(new AssumeRoleCommand({
      RoleArn: "arn:aws:iam::234567890123:role/HelmReader", RoleSessionName: "helm-check",
    }));
    assert.equal(AssumedRoleUser.Arn, "arn:aws:sts::234567890123:assumed-role/HelmReader/helm-check");
    const credentials = { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken };
    const instances = await new RDSClient(config("prod", { credentials })).send(new DescribeDBInstancesCommand({}));
    assert.equal(instances.DBInstances[0].Engine, "postgres");
    assert.equal((await new LambdaClient(config("prod", { credentials })).send(new ListFunctionsCommand({}))).Functions.length, 3);
    await fails(new RDSClient(config("prod", { credentials: { ...credentials, sessionToken: "stale" } })).send(new DescribeDBInstancesCommand({})), "InvalidClientTokenId", 403);
    await fails(new STSClient(config()).send(new AssumeRoleCommand({ RoleArn: "arn:aws:iam::234567890123:role/Nobody", RoleSessionName: "helm" })), "AccessDenied", 403);
  },
  async "a clock that is wrong is refused, and the client corrects it by the answer's date"() {
    await control("POST", "/faults", { kind: "skew", count: 1, service: "sts" });
    const identity = await new STSClient(config()).send(new GetCallerIdentityCommand({}));
    assert.equal(identity.$metadata.attempts, 2);
    const late = new STSClient(config("prod", { systemClockOffset: -20 * 60_000, maxAttempts: 1 }));
    await fails(late.send(new GetCallerIdentityCommand({})), "SignatureDoesNotMatch", 403);
  },
});
