// The official TypeScript client, which holds what a tool gives to the tool's own output schema.
// Takes the command that starts a server; prints one JSON document of what it saw.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [command, ...args] = process.argv.slice(2);
const transport = new StdioClientTransport({ command, args, env: process.env, stderr: "pipe" });
const client = new Client({ name: "it", version: "1" });
const seen = { errors: [], results: {}, progress: 0 };
client.onerror = (error) => seen.errors.push(String(error));
await client.connect(transport);

seen.server = client.getServerVersion().name;
seen.tools = (await client.listTools()).tools.map((tool) => tool.name);
seen.resources = (await client.listResources()).resources.map((resource) => resource.uri);
seen.prompts = (await client.listPrompts()).prompts.map((prompt) => prompt.name);
const prompt = await client.getPrompt({ name: "verify", arguments: { connector: "hubspot" } });
seen.prompt = prompt.messages[0].content.text;
const rules = await client.readResource({ uri: "connector://spec/rules.json" });
seen.rules = JSON.parse(rules.contents[0].text) !== null;

const calls = {
  list: {},
  search: { words: ["crm"] },
  view: { connector: "hubspot" },
  "registry-list": {},
  doctor: {},
  init: { yes: true },
  add: { connectors: ["hubspot"] },
  status: {},
  validate: {},
  diff: {},
  outdated: { offline: true },
  install: { frozen: true },
  update: { all: true, offline: true, "dry-run": true },
  remove: { connectors: ["hubspot"], "dry-run": true },
  undo: { "dry-run": true },
  test: { connectors: ["hubspot"], engine: true, rule: ["PAGE"] },
};
for (const [name, given] of Object.entries(calls)) {
  const result = await client.callTool({ name, arguments: given }, undefined, {
    timeout: 120000,
    onprogress: () => seen.progress++,
  });
  seen.results[name] = result.isError ? result.content[0].text : Object.keys(result.structuredContent);
}
const refused = await client.callTool({ name: "verify", arguments: { connector: "hubspot" } });
seen.refused = refused.isError ? JSON.parse(refused.content[0].text).error.kind : "";
seen.unknown = await client.callTool({ name: "nonsense", arguments: {} }).catch((error) => error.code);

await client.close();
console.log(JSON.stringify(seen));
