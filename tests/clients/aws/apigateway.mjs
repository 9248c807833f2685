import assert from "node:assert/strict";
import { APIGatewayClient, GetRestApiCommand, paginateGetRestApis } from "@aws-sdk/client-api-gateway";
import { ApiGatewayV2Client, GetApiCommand, GetApisCommand } from "@aws-sdk/client-apigatewayv2";

const more = (sort) => ({
  name: `more-${sort}`,
  environment: "staging",
  resources: { apis: [1, 2, 3].map((n) => ({ name: `${sort}-${n}`, id: `${sort}${n}`, sort })) },
});

async function pages(client, size) {
  const found = [];
  let token;
  do {
    const page = await client.send(new GetApisCommand({ MaxResults: `${size}`, NextToken: token }));
    found.push(page.Items.map((api) => api.Name));
    token = page.NextToken;
  } while (token);
  return found;
}

export default ({ config, control, fails }) => ({
  async "REST APIs come in pages, each with its date"() {
    await control("POST", "/scenarios", more("rest"));
    const found = [];
    for await (const page of paginateGetRestApis({ client: new APIGatewayClient(config("staging")), pageSize: 2 }, {})) {
      found.push(page.items.map((api) => api.name));
      assert.ok(page.items.every((api) => api.createdDate < new Date() && api.endpointConfiguration.types[0] === "REGIONAL"));
    }
    assert.deepEqual(found, [["rest-1", "rest-2"], ["rest-3"]]);
    const client = new APIGatewayClient(config());
    assert.equal((await client.send(new GetRestApiCommand({ restApiId: "a1practice" }))).name, "shop-api");
  },
  async "HTTP APIs come in pages, by the second version"() {
    await control("POST", "/scenarios", more("http"));
    assert.deepEqual(await pages(new ApiGatewayV2Client(config("staging")), 2), [["http-1", "http-2"], ["http-3"]]);
    const api = await new ApiGatewayV2Client(config()).send(new GetApiCommand({ ApiId: "h1practice" }));
    assert.deepEqual([api.Name, api.ProtocolType], ["partner-api", "HTTP"]);
    assert.ok(api.CreatedDate < new Date());
  },
  async "what is not there, a size out of bounds and a missing permission are refused"() {
    const [rest, http] = [new APIGatewayClient(config()), new ApiGatewayV2Client(config())];
    await fails(rest.send(new GetRestApiCommand({ restApiId: "h1practice" })), "NotFoundException", 404);
    await fails(http.send(new GetApiCommand({ ApiId: "a1practice" })), "NotFoundException", 404);
    await fails(http.send(new GetApisCommand({ MaxResults: "501" })), "BadRequestException", 400);
    await control("POST", "/faults", { kind: "denied", service: "apigateway" });
    const error = await fails(http.send(new GetApisCommand({})), "AccessDeniedException", 403);
    assert.match(error.message, /apigateway:GET /);
  },
  async "throttled calls are tried again"() {
    await control("POST", "/faults", { kind: "throttle", service: "apigateway", count: 1 });
    assert.equal((await new ApiGatewayV2Client(config()).send(new GetApisCommand({}))).$metadata.attempts, 2);
  },
});
