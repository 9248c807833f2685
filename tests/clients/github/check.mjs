// Uses GitHub's issues as Helm does, by the official client: node check.mjs BASE-URL TOKEN
import { Octokit } from "@octokit/rest";

const [, , baseUrl, auth] = process.argv;
const octokit = new Octokit({ baseUrl, auth, request: { retries: 0 }, log: { debug() {}, info() {}, warn() {}, error() {} } });
const repository = { owner: "acme", repo: "shop" };
const created = await octokit.rest.issues.create({ ...repository, title: "[HELM-infra-001] title", body: "text <!-- marker -->", labels: ["helm-escalation"], assignees: ["octocat"] });
const one = { ...repository, issue_number: created.data.number };
await octokit.rest.issues.createComment({ ...one, body: "a comment" });
await octokit.rest.issues.update({ ...one, state: "closed" });
const listed = await octokit.paginate(octokit.rest.issues.listForRepo, { ...repository, labels: "helm-escalation", state: "all", per_page: 100 });
const { data } = await octokit.rest.issues.get(one);
const refused = await new Octokit({ baseUrl, auth: "wrong", log: { debug() {}, info() {}, warn() {}, error() {} } }).rest.issues.get(one).then(() => 200, (error) => error.status);
console.log(JSON.stringify({ number: data.number, state: data.state, listed: listed.length, refused }));
