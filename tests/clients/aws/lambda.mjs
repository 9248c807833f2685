import assert from "node:assert/strict";
import {
  LambdaClient, DeleteFunctionConcurrencyCommand, GetAccountSettingsCommand, GetAliasCommand, GetFunctionCommand, GetFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand, ListAliasesCommand, ListVersionsByFunctionCommand, PublishVersionCommand, PutFunctionConcurrencyCommand,
  UpdateAliasCommand, UpdateFunctionConfigurationCommand, paginateListFunctions, waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";

const FunctionName = "api-handler";

export default ({ config, control, fails }) => ({
  async "functions come 50 a page"() {
    const sizes = [];
    for await (const page of paginateListFunctions({ client: new LambdaClient(config()) }, {})) sizes.push(page.Functions.length);
    assert.deepEqual(sizes, [50, 50, 26]);
  },
  async "a function is found by name, by ARN and by alias"() {
    const lambda = new LambdaClient(config());
    const arn = "arn:aws:lambda:us-east-1:123456789012:function:api-handler";
    assert.equal((await lambda.send(new GetFunctionCommand({ FunctionName: arn }))).Configuration.FunctionArn, arn);
    assert.equal((await lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier: "live" }))).Version, "41");
    await fails(lambda.send(new GetFunctionCommand({ FunctionName: "missing" })), "ResourceNotFoundException", 404);
  },
  async "a restart is in progress, then successful, and guarded by its revision"() {
    const client = new LambdaClient(config());
    const before = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const update = (more) => client.send(new UpdateFunctionConfigurationCommand({ FunctionName, ...more }));
    await fails(update({ Description: "x", RevisionId: "stale" }), "PreconditionFailedException", 412);
    const after = await update({ Description: "Restarted", RevisionId: before.RevisionId });
    assert.equal(after.LastUpdateStatus, "InProgress");
    assert.notEqual(after.RevisionId, before.RevisionId);
    await fails(update({ Description: "again" }), "ResourceConflictException", 409);
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 20, minDelay: 1, maxDelay: 1 }, { FunctionName });
    assert.equal((await client.send(new GetFunctionConfigurationCommand({ FunctionName }))).Description, "Restarted");
  },
  async "the environment is replaced as a whole"() {
    const client = new LambdaClient(config("staging"));
    const after = await client.send(new UpdateFunctionConfigurationCommand({ FunctionName: "checkout", Environment: { Variables: { ONLY: "1" } } }));
    assert.deepEqual(after.Environment.Variables, { ONLY: "1" });
  },
  async "a version is published, an alias moved and moved back"() {
    const lambda = new LambdaClient(config("staging"));
    const name = { FunctionName: "api-lambda" };
    await lambda.send(new UpdateFunctionConfigurationCommand({ ...name, Timeout: 20 }));
    const published = await lambda.send(new PublishVersionCommand({ ...name, Description: "next" }));
    assert.equal(published.Version, "42");
    assert.equal(published.$metadata.httpStatusCode, 201);
    assert.equal((await lambda.send(new ListVersionsByFunctionCommand(name))).Versions.length, 4);
    const alias = await lambda.send(new GetAliasCommand({ ...name, Name: "live" }));
    await lambda.send(new UpdateAliasCommand({ ...name, Name: "live", FunctionVersion: "42", RevisionId: alias.RevisionId }));
    await fails(lambda.send(new UpdateAliasCommand({ ...name, Name: "live", FunctionVersion: "41", RevisionId: alias.RevisionId })), "PreconditionFailedException", 412);
    await lambda.send(new UpdateAliasCommand({ ...name, Name: "live", FunctionVersion: "41" }));
    assert.equal((await lambda.send(new ListAliasesCommand(name))).Aliases[0].FunctionVersion, "41");
  },
  async "reserved concurrency leaves 100 to the others and can be undone"() {
    const lambda = new LambdaClient(config());
    const put = (n) => lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: n }));
    const before = (await lambda.send(new GetAccountSettingsCommand({}))).AccountLimit.UnreservedConcurrentExecutions;
    await fails(put(before - 99), "InvalidParameterValueException", 400);
    await put(200);
    assert.equal((await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions, 200);
    assert.equal((await lambda.send(new GetAccountSettingsCommand({}))).AccountLimit.UnreservedConcurrentExecutions, before - 200);
    assert.equal((await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }))).$metadata.httpStatusCode, 204);
    assert.equal((await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }))).ReservedConcurrentExecutions, undefined);
  },
  async "throttles, 500, resets, HTML and half answers are survived by the client"() {
    for (const kind of ["throttle", "error500", "error503", "reset", "html", "truncated"]) {
      await control("POST", "/faults", { kind, service: "lambda", count: 1 });
      const answer = await new LambdaClient(config()).send(new GetFunctionConfigurationCommand({ FunctionName })).catch((error) => error);
      if (kind === "truncated") continue; // The client may give up on a half answer; what counts is that it never takes it for whole.
      assert.equal(answer.FunctionName, FunctionName, `${kind}: ${answer.name} ${answer.message}`);
      await control("DELETE", "/faults");
    }
  },
});
